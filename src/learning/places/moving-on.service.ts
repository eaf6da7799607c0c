import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { Completions } from '../completions/completions.service.js';
import { MovingOnQueries } from './moving-on.queries.js';
import type { Place } from './place.js';
import { movesOn } from './version-choice.js';

/** Takes people along into a newer version, where its author chose that, between two lessons. */
@Injectable()
export class MovingOn {
  constructor(
    private readonly moves: MovingOnQueries,
    private readonly completions: Completions,
  ) {}

  /**
   * Call it where nobody is disturbed: at Continue, and once a lesson is read. What is left to do in the newer version
   * may be nothing, and then the course is finished with it.
   * @returns whether the person is in the newer version from now on
   */
  async goOn(tx: Tx, personId: number, { version, enrolment, finishedAt }: Place): Promise<boolean> {
    const moveTo = finishedAt === null ? (enrolment?.moveTo ?? null) : null;
    if (moveTo === null) return false;
    if (!movesOn(moveTo, await this.moves.middle(tx, personId, version.versionId))) return false;
    await this.moves.goOn(tx, personId, version.versionId, moveTo);
    await this.completions.settle(tx, personId, [moveTo]);
    return true;
  }
}
