import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { FileImportsQueries } from '../../platform/files/file-imports.queries.js';
import { RejectsDownloads } from '../../platform/files/rejects-download.service.js';
import { Can, can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { csvOfTable } from '../../platform/web/csv-table.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import type { ReceivedUpload } from '../../platform/web/upload-file.js';
import { GIGABYTE, Upload, Uploaded } from '../../platform/web/upload.js';
import { feedbackPermissions } from '../feedback.policy.js';
import { ImportsQueries } from '../imports/imports.queries.js';
import { pageNumber } from '../../platform/web/list-pages.js';
import { importPath, mappingPath } from '../paths.js';
import { SourcesQueries } from '../sources/sources.queries.js';
import { importsPage, importsTable } from './imports.presenter.js';
import { RESPONSES, type SurveyResult, type SurveyTrial, SurveyUploads } from './survey-uploads.service.js';
import { AnswersForm } from './uploads.forms.js';

const IMPORTS_A_PAGE = 25;
const OPEN_SHOWN = 20;
const MOST_IN_A_FILE = 10_000;
const OPEN = ['received', 'looking', 'looked', 'taking', 'failed', 'stopped'] as const;

/** Files of answers: send one, see what is under way, and what came of those before. */
@Controller('feedback')
export class ImportsController {
  constructor(
    private readonly uploads: SurveyUploads,
    private readonly files: FileImportsQueries,
    private readonly imports: ImportsQueries,
    private readonly sources: SourcesQueries,
    private readonly rejects: RejectsDownloads,
    private readonly clock: Clock,
  ) {}

  @Get('imports')
  @Can(feedbackPermissions.readImports)
  list(@By() actor: Actor, @Query('page') pageText: unknown, @Query('source') source: unknown): Promise<Reply> {
    return this.show(actor, pageNumber(pageText), [], { source: typeof source === 'string' ? source : '' });
  }

  @Get('imports.csv')
  @Can(feedbackPermissions.readImports)
  async download(): Promise<Reply> {
    return csvOfTable('imports.csv', importsTable(await this.imports.list(this.clock.now(), MOST_IN_A_FILE, 0)));
  }

  @Post('imports')
  @Can(feedbackPermissions.import)
  @Upload({ field: 'file', limit: 2 * GIGABYTE, keep: 'disk' })
  receive(@By() actor: Actor, @Uploaded() upload: ReceivedUpload, @Body() body: unknown): Promise<Reply> {
    return readForm(AnswersForm, body).submit(
      async ({ source, then, formToken }) => {
        const sent = { file: upload.take(), formToken, actorId: actor.personId };
        const id = await this.uploads.add(Number(source), sent, then === 'map');
        return seeOther(then === 'map' ? mappingPath(id) : importPath(id));
      },
      (problems, value) => this.show(actor, 1, problems, value),
    );
  }

  @Get('past-imports/:id/rejects')
  @Can(feedbackPermissions.readRejects)
  async downloadRejects(@Param('id') id: string): Promise<Reply> {
    const path = /^\d{1,9}$/.test(id) ? await this.imports.rejectsOf(Number(id)) : null;
    return this.rejects.of(path, `rejected-answers-${id.slice(0, 9)}.csv`);
  }

  private async show(actor: Actor, at: number, problems: readonly Problem[], chosen: Partial<AnswersForm>) {
    const now = this.clock.now();
    const [rows, total, sources, open] = await Promise.all([
      this.imports.list(now, IMPORTS_A_PAGE, (at - 1) * IMPORTS_A_PAGE),
      this.imports.countAll(now),
      this.sources.list(now),
      this.files.list<SurveyTrial, SurveyResult>([RESPONSES], OPEN_SHOWN, OPEN),
    ]);
    const formToken = can(actor, feedbackPermissions.import) ? randomUUID() : null;
    const model = importsPage(
      rows,
      { at, total, each: IMPORTS_A_PAGE },
      { sources, open, problems, chosen, formToken },
    );
    return page('feedback/imports', model, { bench: true, status: problems.length > 0 ? 422 : 200 });
  }
}
