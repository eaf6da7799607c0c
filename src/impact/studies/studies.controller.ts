import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { t } from '../../platform/language/t.js';
import { Can, can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { csvDownload } from '../../platform/web/csv-download.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { impactPermissions } from '../impact.policy.js';
import { studyPath } from '../paths.js';
import { studiesColumns, studiesPage } from './studies.presenter.js';
import { StudiesQueries } from './studies.queries.js';
import { Studies } from './studies.service.js';
import { StudyDrafts } from './study-drafts.service.js';
import { studyFormPage } from './study-form.presenter.js';
import { presentPreview } from './study-preview.presenter.js';
import { StudyPreview } from './study-preview.service.js';
import { StudyForm, StudyQuestionForm } from './study.forms.js';

/** Every study, and asking for another: choose, look at what would be in it, register. The first two change nothing. */
@Controller('impact')
export class StudiesController {
  constructor(
    private readonly queries: StudiesQueries,
    private readonly studies: Studies,
    private readonly drafts: StudyDrafts,
    private readonly preview: StudyPreview,
    private readonly clock: Clock,
  ) {}

  @Get('studies')
  @Can(impactPermissions.read)
  async list(@By() actor: Actor): Promise<Reply> {
    const rows = await this.queries.list(this.clock.now());
    return page('impact/studies', studiesPage(rows, can(actor, impactPermissions.study)), { bench: true });
  }

  @Get('studies.csv')
  @Can(impactPermissions.read)
  async download(): Promise<Reply> {
    return csvDownload('studies.csv', studiesColumns(), await this.queries.list(this.clock.now()));
  }

  @Get('studies/new')
  @Can(impactPermissions.study)
  ask(@Query() query: Record<string, unknown>): Promise<Reply> {
    if (query.look === undefined) return this.form(readForm(StudyQuestionForm, { ...FIRST, ...query }).value, []);
    return readForm(StudyQuestionForm, query).submit(
      (form) => this.look(form),
      (problems, form) => this.form(form, problems),
    );
  }

  @Post('studies')
  @Can(impactPermissions.study)
  register(@By() actor: Actor, @Body() body: unknown): Promise<Reply> {
    return readForm(StudyForm, body).submit(
      async (form) => {
        const draft = await this.drafts.of(form, await this.drafts.choices());
        const id = await this.studies.register(actor.personId, draft, form.formToken);
        return seeOther(studyPath(id), {
          flash: t('Registered. From here on it is frozen, and it’s being worked out.'),
        });
      },
      (problems, form) => this.form(form, problems),
    );
  }

  private async look(form: StudyQuestionForm): Promise<Reply> {
    const choices = await this.drafts.choices();
    const draft = await this.drafts.of(form, choices);
    const looked = { form, draft, preview: await this.preview.of(draft), formToken: randomUUID() };
    const model = studyFormPage(form, { choices, problems: [], preview: presentPreview(looked) });
    return page('impact/study-form', model, { bench: true });
  }

  private async form(form: StudyQuestionForm, problems: readonly Problem[]): Promise<Reply> {
    const model = studyFormPage(form, { choices: await this.drafts.choices(), problems, preview: null });
    return page('impact/study-form', model, { bench: true, status: problems.length > 0 ? 422 : 200 });
  }
}

/** What is chosen before anybody has chosen. */
const FIRST = { kinds: 'branch' };
