import { Controller, Get } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { page, type Reply } from '../../platform/web/reply.js';
import { learningPermissions } from '../learning.policy.js';
import { MyLearningQueries } from '../my-learning.queries.js';
import { AskedOfMe } from './asked-of-me.service.js';
import { presentRecord } from './record.presenter.js';

/** `/record`: what I have finished and what I have begun. Nobody else's. */
@Controller('record')
export class RecordController {
  constructor(
    private readonly mine: MyLearningQueries,
    private readonly asked: AskedOfMe,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Can(learningPermissions.learn)
  async show(@By() actor: Actor): Promise<Reply> {
    const now = this.clock.now();
    const [finished, underWay, drivers, asked] = await Promise.all([
      this.mine.finished(actor.personId, now),
      this.mine.underWay(actor.personId, now),
      this.mine.driverProgress(actor.personId, now),
      this.asked.of(actor),
    ]);
    return page('learning/record', presentRecord({ finished, underWay, drivers, asked, now }));
  }
}
