import { Controller, Get, Query } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Can } from '../../platform/permissions.js';
import { csvOfTable } from '../../platform/web/csv-table.js';
import { pageNumber } from '../../platform/web/list-pages.js';
import { page, type Reply } from '../../platform/web/reply.js';
import { feedbackPermissions } from '../feedback.policy.js';
import { checksPage, repairsTable } from './checks.presenter.js';
import { RepairsQueries } from './repairs.queries.js';
import { SelfCheck } from './self-check.service.js';

const REPAIRS_A_PAGE = 50;
const MOST_IN_A_FILE = 10_000;
const EVER = new Date(0);

/** What the continuous check of the figures has found. */
@Controller('feedback')
export class ChecksController {
  constructor(
    private readonly selfCheck: SelfCheck,
    private readonly repairs: RepairsQueries,
    private readonly clock: Clock,
  ) {}

  @Get('checks')
  @Can(feedbackPermissions.readImports)
  async show(@Query('page') pageText: unknown): Promise<Reply> {
    const at = pageNumber(pageText);
    const now = this.clock.now();
    const [last, rows, total] = await Promise.all([
      this.selfCheck.last(),
      this.repairs.list(now, REPAIRS_A_PAGE, (at - 1) * REPAIRS_A_PAGE),
      this.repairs.countSince(EVER, now),
    ]);
    return page('feedback/checks', checksPage(last, rows, { at, total, each: REPAIRS_A_PAGE }), { bench: true });
  }

  @Get('checks.csv')
  @Can(feedbackPermissions.readImports)
  async download(): Promise<Reply> {
    return csvOfTable(
      'figures-put-right.csv',
      repairsTable(await this.repairs.list(this.clock.now(), MOST_IN_A_FILE, 0)),
    );
  }
}
