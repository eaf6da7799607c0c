import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Header, Post } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { londonDate } from '../../platform/dates.js';
import { NotFound } from '../../platform/errors.js';
import { RejectsDownloads } from '../../platform/files/rejects-download.service.js';
import { Can, can } from '../../platform/permissions.js';
import { AuditTrail } from '../../platform/privacy/audit-trail.queries.js';
import { By } from '../../platform/web/by.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { RowId } from '../../platform/web/row-id.js';
import { feedbackPermissions } from '../feedback.policy.js';
import { ImportLock } from '../imports/import-lock.queries.js';
import { pastImportPath } from '../paths.js';
import { type UndoPlan, pastImportPage } from './past-import.presenter.js';
import { UndoAnswersForm } from './undo.forms.js';
import { UndoImports } from './undo-imports.service.js';
import { undoProgress } from './undo-progress.js';
import { type PastImport, UndoneImportsQueries } from './undo.queries.js';
import { UndoneList } from './undone-list.service.js';

/** An import of answers by its number in the history, whichever way it came, and taking it back. */
@Controller('feedback/past-imports/:id')
export class PastImportController {
  constructor(
    private readonly queries: UndoneImportsQueries,
    private readonly undo: UndoImports,
    private readonly list: UndoneList,
    private readonly lock: ImportLock,
    private readonly downloads: RejectsDownloads,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Can(feedbackPermissions.readImports)
  async show(@By() actor: Actor, @RowId() id: number): Promise<Reply> {
    return this.page(actor, await this.past(id), []);
  }

  @Get('progress')
  @Header('Cache-Control', 'no-store')
  @Can(feedbackPermissions.readImports)
  async progress(@RowId() id: number) {
    const { undo } = await this.past(id);
    if (undo === null) throw new NotFound();
    return undoProgress(undo, await this.lock.ahead());
  }

  @Get('undone.csv')
  @Can(feedbackPermissions.readRejects)
  async download(@By() actor: Actor, @RowId() id: number): Promise<Reply> {
    const { undo } = await this.past(id);
    if (undo === null) throw new NotFound();
    const download = await this.downloads.of(this.list.path(undo.id), `undone-answers-${id}.csv`);
    await this.trail.looked({
      actorId: actor.personId,
      action: 'feedback.downloadUndone',
      subjectKind: 'surveyImport',
      subjectId: id,
    });
    return download;
  }

  @Post('undo')
  @Can(feedbackPermissions.import)
  async begin(@By() actor: Actor, @RowId() id: number, @Body() body: unknown): Promise<Reply> {
    const past = await this.past(id);
    return readForm(UndoAnswersForm, body).submit(
      async ({ formToken, also }) => {
        if (past.undo?.finishedAt === null) await this.undo.goOn(past.undo.id);
        else await this.undo.begin(also ? await this.sameDay(past) : [id], formToken, actor.personId);
        return seeOther(pastImportPath(id));
      },
      async (problems) => this.page(actor, await this.past(id), problems),
    );
  }

  private async past(id: number): Promise<PastImport> {
    const past = await this.queries.one(id, this.clock.now());
    if (past === null) throw new NotFound();
    return past;
  }

  private sameDay({ sourceId, startedAt }: PastImport): Promise<number[]> {
    return this.queries.sentOn(sourceId, londonDate(startedAt), this.clock.now());
  }

  private async page(actor: Actor, past: PastImport, problems: readonly Problem[]): Promise<Reply> {
    const mayImport = can(actor, feedbackPermissions.import);
    const plan = mayImport && past.undo === null ? await this.planOf(past) : null;
    const ahead = past.undo?.finishedAt === null ? await this.lock.ahead() : null;
    const model = pastImportPage(past, { ahead, plan, mayImport, problems, formToken: randomUUID() });
    return page('feedback/past-import', model, { bench: true, status: problems.length > 0 ? 422 : 200 });
  }

  private async planOf(past: PastImport): Promise<UndoPlan> {
    const [tally, foundUnchanged, sameDay] = await Promise.all([
      this.queries.plan([past.id]),
      this.queries.foundUnchanged([past.id]),
      past.sent ? this.sameDay(past) : [],
    ]);
    return { tally, foundUnchanged, sameDay };
  }
}
