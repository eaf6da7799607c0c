import { Controller, Get, Query } from '@nestjs/common';
import { NetworkQueries, type UnitPlace } from '../network/network.queries.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { isIsoDate } from '../platform/dates.js';
import { NotFound } from '../platform/errors.js';
import { Can } from '../platform/permissions.js';
import { AuditTrail } from '../platform/privacy/audit-trail.queries.js';
import { By } from '../platform/web/by.js';
import { page, type Reply } from '../platform/web/reply.js';
import { CommentsQueries } from './comments/comments.queries.js';
import { feedbackPermissions } from './feedback.policy.js';
import { pageNumber } from '../platform/web/list-pages.js';
import { responsesCsv } from './responses-csv.js';
import { responsesPage } from './responses.presenter.js';

const RESPONSES_A_PAGE = 50;

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
  async downloadResponses(
    @By() actor: Actor,
    @Query('unit') code: unknown,
    @Query('from') from: unknown,
    @Query('to') to: unknown,
  ): Promise<Reply> {
    const unit = await this.unit(actor, code);
    const filter = { unitId: unit.id, from: dayOf(from), to: dayOf(to) };
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
  async listResponses(
    @By() actor: Actor,
    @Query('unit') code: unknown,
    @Query('from') from: unknown,
    @Query('to') to: unknown,
    @Query('page') pageText: unknown,
  ) {
    const unit = await this.unit(actor, code);
    const filter = { unitId: unit.id, from: dayOf(from), to: dayOf(to) };
    const now = this.clock.now();
    const at = pageNumber(pageText);
    const [rows, total] = await Promise.all([
      this.comments.responses(actor, filter, now, RESPONSES_A_PAGE, (at - 1) * RESPONSES_A_PAGE),
      this.comments.countResponses(actor, filter, now),
    ]);
    return page('feedback/responses', responsesPage(unit, filter, rows, { at, total, each: RESPONSES_A_PAGE }), {
      bench: true,
    });
  }

  private async unit(actor: Actor, code: unknown): Promise<UnitPlace> {
    const unit = typeof code === 'string' ? await this.network.unitByCode(actor, code) : null;
    if (!unit) throw new NotFound();
    return unit;
  }
}

function dayOf(text: unknown): string | null {
  return typeof text === 'string' && isIsoDate(text) ? text : null;
}
