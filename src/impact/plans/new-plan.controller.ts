import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { t } from '../../platform/language/t.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { csvDownload } from '../../platform/web/csv-download.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { impactPermissions } from '../impact.policy.js';
import { newPlanPath, planPath } from '../paths.js';
import { newPlanPage } from './new-plan.presenter.js';
import { courseChosen } from './plan-choice.js';
import { PlanChoicesService } from './plan-choices.service.js';
import { PlanLots } from './plan-lots.service.js';
import { presentPlan } from './plan-preview.presenter.js';
import { PlanPreview } from './plan-preview.service.js';
import { memberColumns, membersIn, whatIfColumns } from './plan-tables.js';
import { PlanChoiceForm, PlanForm } from './plan.forms.js';
import { WavePlans } from './wave-plans.service.js';

/** Planning a training in waves: choose, look at what it would come to, make it. The first two change nothing. */
@Controller('impact/plans')
export class NewPlanController {
  constructor(
    private readonly choices: PlanChoicesService,
    private readonly lots: PlanLots,
    private readonly preview: PlanPreview,
    private readonly plans: WavePlans,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  @Can(impactPermissions.plan)
  ask(@By() actor: Actor, @Query() query: Record<string, unknown>): Promise<Reply> {
    if (query.look === undefined)
      return this.form(readForm(PlanChoiceForm, { ...this.choices.usual(), ...query }).value, []);
    return readForm(PlanChoiceForm, query).submit(
      (form) => this.look(actor, form),
      (problems, form) => this.form(form, problems),
    );
  }

  /** The areas of the lot that was looked at. */
  @Get('new.csv')
  @Can(impactPermissions.plan)
  downloadAreas(@By() actor: Actor, @Query() query: Record<string, unknown>): Promise<Reply> {
    return this.file(query, async (form) => {
      const { parts, drawn } = await this.previewOf(actor, form);
      return csvDownload('plan-areas.csv', memberColumns(drawn.metric), membersIn(parts));
    });
  }

  @Get('new/smallest-effects.csv')
  @Can(impactPermissions.plan)
  downloadSmallestEffects(@Query() query: Record<string, unknown>): Promise<Reply> {
    return this.file(query, async (form) => {
      const choice = this.choices.choice(form, await this.choices.all());
      return csvDownload('smallest-effects.csv', whatIfColumns(choice.weeksBetween), await this.preview.whatIf(choice));
    });
  }

  @Post()
  @Can(impactPermissions.plan)
  make(@By() actor: Actor, @Body() body: unknown): Promise<Reply> {
    return readForm(PlanForm, body).submit(
      async (form) => {
        const drawn = await this.lots.drawAgain(this.choices.choice(form, await this.choices.all()), form.lot);
        const id = await this.plans.make(actor.personId, drawn, form.formToken);
        return seeOther(planPath(id), { flash: t('Planned. Each wave is asked by itself when its Monday comes.') });
      },
      (problems, form) => this.form(form, problems),
    );
  }

  private async previewOf(actor: Actor, form: PlanChoiceForm) {
    const choices = await this.choices.all();
    return this.preview.of(actor, this.choices.choice(form, choices), courseChosen(form, choices));
  }

  private async look(actor: Actor, form: PlanChoiceForm): Promise<Reply> {
    const preview = await this.previewOf(actor, form);
    const shown = presentPlan({ form, preview, formToken: randomUUID(), today: this.clock.today() });
    const model = newPlanPage(form, { choices: await this.choices.all(), problems: [], preview: shown });
    return page('impact/plan-form', model, { bench: true });
  }

  private async form(form: PlanChoiceForm, problems: readonly Problem[]): Promise<Reply> {
    const model = newPlanPage(form, { choices: await this.choices.all(), problems, preview: null });
    return page('impact/plan-form', model, { bench: true, status: problems.length > 0 ? 422 : 200 });
  }

  /** A file is of a plan that can be looked at; otherwise the form says what is missing. */
  private file(query: Record<string, unknown>, file: (form: PlanChoiceForm) => Promise<Reply>): Promise<Reply> {
    const asked = new URLSearchParams();
    for (const [name, value] of Object.entries(query))
      for (const one of [value].flat()) asked.append(name, String(one));
    const back = () => seeOther(`${newPlanPath}?${asked.toString()}`);
    return readForm(PlanChoiceForm, query).submit(file, back);
  }
}
