import { Module } from '@nestjs/common';

/**
 * Generate makes believable organisations of any size from a seed: places, people, what customers said and what was learned,
 * with effects that are known to be true. It writes other modules' tables directly, in sets, being their test data; no
 * other module but the demo knows of it, which is one such organisation with stories planted in it.
 */
@Module({})
export class GenerateModule {}
