import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors.js';
import { StudiesQueries, type StoredResult } from './studies.queries.js';
import type { Study } from './study.js';

/** The study and the result that an address names, as of now. */
@Injectable()
export class StudiesAsked {
  constructor(
    private readonly queries: StudiesQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  async study(id: number): Promise<Study> {
    const study = await this.queries.one(id, this.clock.now());
    if (study === null) throw new NotFound();
    return study;
  }

  /** By its number as the address has it. @throws NotFound */
  async result(id: number, number: string): Promise<StoredResult> {
    const known = /^[1-9]\d{0,8}$/.test(number);
    const result = known ? await this.queries.result(id, Number(number), this.clock.now()) : null;
    if (result === null) throw new NotFound();
    return result;
  }

  latest(id: number): Promise<StoredResult | null> {
    return this.queries.latest(id, this.clock.now());
  }
}
