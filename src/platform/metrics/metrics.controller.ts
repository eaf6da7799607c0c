import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Headers, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Config } from '../config.js';
import { NotFound } from '../errors.js';
import { Public } from '../permissions.js';
import { Metrics } from './metrics.js';

/** For the software that watches an installation. It knows METRICS_TOKEN; where none is set, there is nothing here. */
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly config: Config,
  ) {}

  @Get()
  @Public()
  async read(@Headers('authorization') authorization: string | undefined, @Res() response: Response): Promise<void> {
    const { metricsToken } = this.config;
    if (metricsToken === null) throw new NotFound();
    response.set('Cache-Control', 'no-store');
    if (!isSame(authorization ?? '', `Bearer ${metricsToken}`)) {
      response.status(401).set('WWW-Authenticate', 'Bearer').type('text').send('A token is wanted.\n');
      return;
    }
    const { contentType, text } = await this.metrics.read();
    response.set('Content-Type', contentType).send(text);
  }
}

/** Takes the same time for every wrong token. */
function isSame(given: string, wanted: string): boolean {
  const [a, b] = [given, wanted].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(a!, b!);
}
