import { Injectable } from '@nestjs/common';
import { unitPlacesChanged } from '../../network/network.events.js';
import type { Tx } from '../../platform/database/tx.js';
import { Within } from '../../platform/events/listeners.js';
import { MOVE_ANSWERS } from './moving-answers.jobs.js';
import { MovingAnswers } from './moving-answers.service.js';

/** Units stand elsewhere, perhaps since long ago: their answers go with them, now or, when they are many, in a job. */
@Injectable()
export class MovingAnswersListener {
  constructor(private readonly moving: MovingAnswers) {}

  @Within(unitPlacesChanged)
  async follow(tx: Tx): Promise<void> {
    const { left } = await this.moving.follow(tx);
    if (left > 0) await tx.enqueue(MOVE_ANSWERS, {});
  }
}
