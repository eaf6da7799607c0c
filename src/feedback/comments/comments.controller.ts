import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Can } from '../../platform/permissions.js';
import { AuditTrail } from '../../platform/privacy/audit-trail.queries.js';
import { By } from '../../platform/web/by.js';
import { page, type Reply } from '../../platform/web/reply.js';
import { feedbackPermissions } from '../feedback.policy.js';
import { EditionsQueries } from '../themes/editions.queries.js';
import { commentsCsv } from './comments-csv.js';
import { type CommentLevel, type CommentPlace, CommentPlaces } from './comment-places.service.js';
import { type CommentsAsked, CommentSearch, type CommentsPage } from './comment-search.queries.js';
import { type FilterRead, readFilter } from './comment-filter.js';
import { COMMENTS_A_PAGE, commentsPage } from './comments.presenter.js';
import { CommentsQueries } from './comments.queries.js';
import { themesAsked } from './themes-asked.js';
import { wholeMonths } from './whole-months.js';

type Asked = Record<string, unknown>;

const NOT_LOOKED_FOR: CommentsPage = { ids: [], total: 0, stopped: null, lost: false };

/** What customers wrote, found by words and by what they speak of: the same page at every level. */
@Controller()
export class CommentsController {
  constructor(
    private readonly places: CommentPlaces,
    private readonly comments: CommentsQueries,
    private readonly search: CommentSearch,
    private readonly editions: EditionsQueries,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  @Get('dashboard/comments')
  @Can(feedbackPermissions.readAllComments)
  network(@By() actor: Actor, @Query() query: Asked): Promise<Reply> {
    return this.show(actor, 'network', '', query);
  }

  @Get('dashboard/comments.csv')
  @Can(feedbackPermissions.readAllComments)
  networkFile(@By() actor: Actor, @Query() query: Asked): Promise<Reply> {
    return this.file(actor, 'network', '', query);
  }

  @Get('regions/:code/comments')
  @Can(feedbackPermissions.readResponses)
  region(@By() actor: Actor, @Param('code') code: string, @Query() query: Asked): Promise<Reply> {
    return this.show(actor, 'region', code, query);
  }

  @Get('regions/:code/comments.csv')
  @Can(feedbackPermissions.readResponses)
  regionFile(@By() actor: Actor, @Param('code') code: string, @Query() query: Asked): Promise<Reply> {
    return this.file(actor, 'region', code, query);
  }

  @Get('areas/:code/comments')
  @Can(feedbackPermissions.readResponses)
  area(@By() actor: Actor, @Param('code') code: string, @Query() query: Asked): Promise<Reply> {
    return this.show(actor, 'area', code, query);
  }

  @Get('areas/:code/comments.csv')
  @Can(feedbackPermissions.readResponses)
  areaFile(@By() actor: Actor, @Param('code') code: string, @Query() query: Asked): Promise<Reply> {
    return this.file(actor, 'area', code, query);
  }

  @Get('units/:code/comments')
  @Can(feedbackPermissions.readResponses)
  unit(@By() actor: Actor, @Param('code') code: string, @Query() query: Asked): Promise<Reply> {
    return this.show(actor, 'unit', code, query);
  }

  @Get('units/:code/comments.csv')
  @Can(feedbackPermissions.readResponses)
  unitFile(@By() actor: Actor, @Param('code') code: string, @Query() query: Asked): Promise<Reply> {
    return this.file(actor, 'unit', code, query);
  }

  private async show(actor: Actor, level: CommentLevel, code: string, query: Asked): Promise<Reply> {
    const place = await this.places.find(actor, level, code);
    const read = await this.readAt(place, query);
    const { asked, themes } = await this.asked(place, read);
    const [{ ids, ...looked }, reading] = await Promise.all([
      asked ? this.search.page(asked, COMMENTS_A_PAGE + 1) : NOT_LOOKED_FOR,
      this.search.readUpTo(),
    ]);
    const found = asked ? await this.search.shown(asked, ids) : [];
    const model = commentsPage(place, read, { ...looked, found, themes, reading, onlyCommon: asked === null });
    return page('feedback/comments', model, { bench: true, status: read.problem ? 422 : 200 });
  }

  private async file(actor: Actor, level: CommentLevel, code: string, query: Asked): Promise<Reply> {
    const place = await this.places.find(actor, level, code);
    const { asked, themes } = await this.asked(place, await this.readAt(place, query));
    await this.trail.looked({
      actorId: actor.personId,
      action: 'feedback.downloadComments',
      subjectKind: place.level,
      subjectId: place.code,
    });
    return commentsCsv(place.code, asked ? this.search.stream(asked) : [], themes);
  }

  /** At a small unit days are widened to whole months, which is all that its comments tell of their time. */
  private async readAt({ scope }: CommentPlace, query: Asked): Promise<FilterRead> {
    const read = readFilter(query);
    const { filter } = read;
    if (scope.unitId === null || (filter.from === null && filter.to === null)) return read;
    const byMonth = await this.comments.isSmall(scope.unitId, this.clock.now());
    return byMonth ? { ...read, byMonth, filter: { ...filter, ...wholeMonths(filter) } } : read;
  }

  /** `asked` is null when only words were typed that every comment holds. */
  private async asked({ scope }: CommentPlace, { filter }: FilterRead) {
    const [edition, tsquery] = await Promise.all([
      this.editions.current(),
      filter.words === '' ? null : this.search.query(filter.words),
    ]);
    const themes = edition?.themes ?? [];
    const asked: CommentsAsked = {
      ...scope,
      filter,
      tsquery,
      editionId: edition?.id ?? null,
      themeMarks: themesAsked(themes, filter),
      now: this.clock.now(),
    };
    return { asked: tsquery === '' ? null : asked, themes };
  }
}
