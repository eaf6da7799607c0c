import { Controller, Get, Query } from '@nestjs/common';
import { NetworkQueries, type UnitPlace } from '../network/network.queries.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { addDays, type IsoDate, isIsoDate, mondayOf } from '../platform/dates.js';
import { NotFound } from '../platform/errors.js';
import { Can } from '../platform/permissions.js';
import { AuditTrail } from '../platform/privacy/audit-trail.queries.js';
import { By } from '../platform/web/by.js';
import { page, type Reply } from '../platform/web/reply.js';
import { CommentsQueries } from './comments/comments.queries.js';
import { type AnswersAsked, readAnswersAsked } from './answers-asked.js';
import { type Days, wholeMonths } from './comments/whole-months.js';
import { feedbackPermissions } from './feedback.policy.js';
import { pageNumber } from '../platform/web/list-pages.js';
import { responsesCsv } from './responses-csv.js';
import { type Narrowed, responsesPage } from './responses.presenter.js';

const RESPONSES_A_PAGE = 50;

/** What the address of a list asks for. */
type Asked = Partial<Record<'unit' | 'page' | keyof Days | keyof AnswersAsked, unknown>>;

@Controller('feedback')
export class FeedbackController {
  constructor(
    private readonly comments: CommentsQueries,
    private readonly network: NetworkQueries,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  @Get('responses.csv')
  @Can(feedbackPermissions.readResponses)
  async downloadResponses(@By() actor: Actor, @Query() asked: Asked): Promise<Reply> {
    const unit = await this.unit(actor, asked.unit);
    const { filter } = await this.narrowed(unit, asked);
    await this.trail.looked({
      actorId: actor.personId,
      action: 'feedback.downloadResponses',
      subjectKind: 'unit',
      subjectId: unit.id,
    });
    return responsesCsv(unit.code, this.comments.streamResponses(actor, filter, this.clock.now()));
  }

  @Get('responses')
  @Can(feedbackPermissions.readResponses)
  async listResponses(@By() actor: Actor, @Query() asked: Asked) {
    const unit = await this.unit(actor, asked.unit);
    const narrowed = await this.narrowed(unit, asked);
    const { filter } = narrowed;
    const now = this.clock.now();
    const at = pageNumber(asked.page);
    const [rows, total] = await Promise.all([
      this.comments.responses(actor, filter, now, RESPONSES_A_PAGE, (at - 1) * RESPONSES_A_PAGE),
      this.comments.countResponses(actor, filter, now),
    ]);
    return page('feedback/responses', responsesPage(unit, narrowed, rows, { at, total, each: RESPONSES_A_PAGE }), {
      bench: true,
    });
  }

  /** Whole weeks; of a small unit the whole months that hold them, since a week would tell what the month keeps back. */
  private async narrowed(unit: UnitPlace, asked: Asked): Promise<Narrowed> {
    const weeks = { from: mondayIn(asked.from), to: mondayIn(asked.to) };
    const days = { from: weeks.from, to: weeks.to && addDays(weeks.to, 6) };
    const byWeeks = days.from !== null || days.to !== null;
    const byMonth = byWeeks && (await this.comments.isSmall(unit.id, this.clock.now()));
    const answers = readAnswersAsked(asked.answered, asked.felt);
    return { weeks, byMonth, filter: { unitId: unit.id, ...answers, ...(byMonth ? wholeMonths(days) : days) } };
  }

  private async unit(actor: Actor, code: unknown): Promise<UnitPlace> {
    const unit = typeof code === 'string' ? await this.network.unitByCode(actor, code) : null;
    if (!unit) throw new NotFound();
    return unit;
  }
}

function mondayIn(text: unknown): IsoDate | null {
  return typeof text === 'string' && isIsoDate(text) ? mondayOf(text) : null;
}
