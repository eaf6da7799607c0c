import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../actor.js';
import { adminPermissions } from '../admin/admin.policy.js';
import { jobsPath } from '../admin/paths.js';
import { Clock } from '../clock.js';
import { NotFound } from '../errors.js';
import { t } from '../language/t.js';
import { Can } from '../permissions.js';
import { By } from '../web/by.js';
import { page, type Reply, seeOther } from '../web/reply.js';
import { presentBoard } from './board.presenter.js';
import { BoardQueries } from './board.queries.js';
import { JobRegistry } from './job-registry.js';
import { JobsService } from './jobs.service.js';

const SHOWN = 25;

/** What runs behind the pages, for administrators. */
@Controller('admin/jobs')
export class JobsController {
  constructor(
    private readonly board: BoardQueries,
    private readonly jobs: JobsService,
    private readonly registry: JobRegistry,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Can(adminPermissions.operate)
  async list(@Query('kind') asked: unknown): Promise<Reply> {
    const { kinds, schedules } = this.registry;
    const kind = kinds.find((one) => one === asked) ?? null;
    const [counts, running, waiting, failed, ended, lastRuns, workers] = await Promise.all([
      this.board.counts(kind),
      this.board.running(kind),
      this.board.waiting(kind, SHOWN),
      this.board.failed(kind, SHOWN),
      this.board.ended(kind, SHOWN),
      this.board.lastRuns(schedules.map((schedule) => schedule.kind)),
      this.board.workers(),
    ]);
    const facts = { kind, kinds, schedules, counts, running, waiting, failed, ended, lastRuns, workers };
    return page('platform/jobs', presentBoard(facts, this.clock.now()), { bench: true });
  }

  @Post(':id/retries')
  @Can(adminPermissions.operate)
  async retry(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    const done = await this.jobs.retry(actor, numberOf(id));
    return seeOther(jobsPath, { flash: done ? t('The job is tried again.') : t('That job is not waiting for help.') });
  }

  @Post(':id/giving-up')
  @Can(adminPermissions.operate)
  async giveUp(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    const done = await this.jobs.giveUp(actor, numberOf(id));
    return seeOther(jobsPath, { flash: done ? t('The job is given up.') : t('That job is not waiting for help.') });
  }

  @Post(':id/cancellation')
  @Can(adminPermissions.operate)
  async cancel(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    const done = await this.jobs.cancel(actor, numberOf(id));
    return seeOther(jobsPath, { flash: done ? t('The job is asked to stop.') : t('That job is over already.') });
  }
}

function numberOf(id: string): number {
  if (!/^[1-9]\d{0,14}$/.test(id)) throw new NotFound();
  return Number(id);
}
