import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Header, Param, Post } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { Can, can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { csvDownload } from '../../platform/web/csv-download.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { Download, page, type Reply, seeOther } from '../../platform/web/reply.js';
import { RowId } from '../../platform/web/row-id.js';
import { impactPermissions } from '../impact.policy.js';
import { studyPath } from '../paths.js';
import { judged } from './judged.js';
import { methodNote } from './method-note.js';
import { StudiesAsked } from './studies-asked.service.js';
import { StudiesQueries, type StoredResult } from './studies.queries.js';
import { Studies } from './studies.service.js';
import { StudyChoicesQueries } from './study-choices.queries.js';
import { resultColumns, resultFigures } from './study-csv.js';
import type { Study } from './study.js';
import { studyPage } from './study.presenter.js';
import { StudyRunForm } from './study.forms.js';
import { studyProgress } from './study-progress.js';

/** One study: what it found, earlier results, having it worked out again. */
@Controller('impact/studies')
export class StudyController {
  constructor(
    private readonly queries: StudiesQueries,
    private readonly studies: Studies,
    private readonly asked: StudiesAsked,
    private readonly choices: StudyChoicesQueries,
    private readonly clock: Clock,
  ) {}

  @Get(':id.csv')
  @Can(impactPermissions.read)
  async download(@RowId() id: number): Promise<Reply> {
    const study = await this.asked.study(id);
    const result = await this.asked.latest(id);
    if (result === null) throw new NotFound();
    return figures(study, result);
  }

  @Get(':id')
  @Can(impactPermissions.read)
  async show(@By() actor: Actor, @RowId() id: number): Promise<Reply> {
    const study = await this.asked.study(id);
    return this.page(actor, study, await this.asked.latest(id), []);
  }

  @Get(':id/progress')
  @Header('Cache-Control', 'no-store')
  @Can(impactPermissions.read)
  async progress(@RowId() id: number) {
    await this.asked.study(id);
    return studyProgress(await this.queries.running(id));
  }

  @Get(':id/results/:number.csv')
  @Can(impactPermissions.read)
  async downloadResult(@RowId() id: number, @Param('number') number: string): Promise<Reply> {
    return figures(await this.asked.study(id), await this.asked.result(id, number));
  }

  @Get(':id/results/:number/method.txt')
  @Can(impactPermissions.read)
  async method(@RowId() id: number, @Param('number') number: string): Promise<Reply> {
    const study = await this.asked.study(id);
    const { workedOutAt, dataVersion, ...result } = await this.asked.result(id, number);
    const note = methodNote({ ...judged(study, result), workedOutAt, dataVersion });
    return new Download(fileName(study, result, '-method.txt'), 'text/plain; charset=utf-8', note);
  }

  @Get(':id/results/:number')
  @Can(impactPermissions.read)
  async showResult(@By() actor: Actor, @RowId() id: number, @Param('number') number: string): Promise<Reply> {
    const study = await this.asked.study(id);
    return this.page(actor, study, await this.asked.result(id, number), []);
  }

  @Post(':id/runs')
  @Can(impactPermissions.study)
  async runAgain(@By() actor: Actor, @RowId() id: number, @Body() body: unknown): Promise<Reply> {
    const study = await this.asked.study(id);
    return readForm(StudyRunForm, body).submit(
      async ({ formToken }) => {
        await this.studies.runAgain(id, formToken, actor.personId);
        return seeOther(studyPath(id));
      },
      async (problems) => this.page(actor, study, await this.asked.latest(id), problems),
    );
  }

  @Post(':id/stop')
  @Can(impactPermissions.study)
  async stop(@By() actor: Actor, @RowId() id: number): Promise<Reply> {
    await this.asked.study(id);
    const stopped = await this.studies.stop(id, actor);
    return seeOther(studyPath(id), { flash: stopped ? t('Stopped.') : t('It had ended already.') });
  }

  private async page(actor: Actor, study: Study, result: StoredResult | null, problems: readonly Problem[]) {
    const now = this.clock.now();
    const [results, running, sameSince, regions] = await Promise.all([
      this.queries.results(study.id, now),
      this.queries.running(study.id),
      this.queries.sameSince(study.id, now),
      study.regionIds === null ? [] : this.choices.regions(),
    ]);
    const model = studyPage(
      { study, result, results, running, sameSince, regions },
      {
        may: { study: can(actor, impactPermissions.study), plan: can(actor, impactPermissions.study) },
        formToken: randomUUID(),
        problems,
      },
    );
    return page('impact/study', model, { bench: true, status: problems.length > 0 ? 422 : 200 });
  }
}

const figures = (study: Study, result: StoredResult): Reply =>
  csvDownload(fileName(study, result, '.csv'), resultColumns(), resultFigures(judged(study, result)));

const fileName = ({ id }: Study, { number }: Pick<StoredResult, 'number'>, end: string) =>
  `study-${id}-result-${number}${end}`;
