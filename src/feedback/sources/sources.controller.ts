import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { Download, page, type Reply, seeOther } from '../../platform/web/reply.js';
import type { ReceivedUpload } from '../../platform/web/upload-file.js';
import { GIGABYTE, Upload, Uploaded } from '../../platform/web/upload.js';
import { feedbackPermissions } from '../feedback.policy.js';
import { ImportsQueries } from '../imports/imports.queries.js';
import { mappingPath } from '../paths.js';
import { SurveyUploads } from '../uploads/survey-uploads.service.js';
import { NewSourceForm } from './sources.forms.js';
import { newSourcePage, sourcePage, sourcesPage } from './sources.presenter.js';
import { SourcesQueries } from './sources.queries.js';

const IMPORTS_SHOWN = 10;

/** Survey programmes and how their files are read. */
@Controller('feedback/sources')
export class SourcesController {
  constructor(
    private readonly sources: SourcesQueries,
    private readonly imports: ImportsQueries,
    private readonly uploads: SurveyUploads,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Can(feedbackPermissions.import)
  async list(): Promise<Reply> {
    return page('feedback/sources', sourcesPage(await this.sources.list(this.clock.now())), { bench: true });
  }

  @Get('new')
  @Can(feedbackPermissions.import)
  startNew(): Reply {
    return this.newPage([], {});
  }

  @Post()
  @Can(feedbackPermissions.import)
  @Upload({ field: 'file', limit: 2 * GIGABYTE, keep: 'disk' })
  begin(@By() actor: Actor, @Uploaded() upload: ReceivedUpload, @Body() body: unknown): Promise<Reply> {
    return readForm(NewSourceForm, body).submit(
      async ({ name, formToken }) => {
        const sent = { file: upload.take(), formToken, actorId: actor.personId };
        return seeOther(mappingPath(await this.uploads.begin(name, sent)));
      },
      (problems, value) => this.newPage(problems, value),
    );
  }

  @Get(':id')
  @Can(feedbackPermissions.import)
  async show(@Param('id') id: string): Promise<Reply> {
    const now = this.clock.now();
    const source = /^\d{1,9}$/.test(id) ? await this.sources.one(Number(id), now) : null;
    if (source === null) throw new NotFound();
    const [imports, versions] = await Promise.all([
      this.imports.list(now, IMPORTS_SHOWN, 0, source.id),
      this.sources.versions(source.id, now),
    ]);
    return page('feedback/source', sourcePage(source, imports, versions, randomUUID()), { bench: true });
  }

  /** As the command line takes it with `--mapping`: the version asked for, or the newest. */
  @Get(':id/mapping.json')
  @Can(feedbackPermissions.import)
  async mappingFile(@Param('id') id: string, @Query('version') asked: unknown): Promise<Reply> {
    const versions = /^\d{1,9}$/.test(id) ? await this.sources.versions(Number(id), this.clock.now()) : [];
    const version = asked === undefined ? versions[0] : versions.find(({ number }) => String(number) === asked);
    if (version === undefined) throw new NotFound();
    return new Download(
      `mapping-${id}-${version.number}.json`,
      'application/json',
      `${JSON.stringify(version.mapping, null, 2)}\n`,
    );
  }

  private newPage(problems: readonly Problem[], chosen: Partial<NewSourceForm>): Reply {
    const model = newSourcePage(problems, chosen, randomUUID());
    return page('feedback/new-source', model, { bench: true, status: problems.length > 0 ? 422 : 200 });
  }
}
