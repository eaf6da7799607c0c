import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { RowId } from '../../platform/web/row-id.js';
import { dashboardPermissions } from '../dashboards.policy.js';
import { pagePathOf, readViewAddress } from '../views/view-address.js';
import { checkCondition } from './alert.js';
import { AlertForm, conditionOf, formOfAlert } from './alerts.forms.js';
import { alertFormPage, alertsPage } from './alerts.presenter.js';
import { AlertsQueries, type KeptAlert } from './alerts.queries.js';
import { type AlertPlace, Alerts } from './alerts.service.js';
import { alertPath, alertsPath } from './paths.js';

const HISTORY = 20;

@Controller(alertsPath.slice(1))
export class AlertsController {
  constructor(
    private readonly alerts: Alerts,
    private readonly queries: AlertsQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Can(dashboardPermissions.readUnits)
  async list(@By() actor: Actor, @Query('deleted') deleted: unknown): Promise<Reply> {
    const today = this.clock.today();
    const alerts = await this.queries.of(actor.personId, today);
    const told = await this.queries.toldBy(
      alerts.map(({ id }) => id),
      1,
    );
    const gone = typeof deleted === 'string' && /^[1-9]\d{0,8}$/.test(deleted) ? Number(deleted) : null;
    const kept = gone === null ? null : await this.queries.one(actor.personId, gone, today);
    return page('dashboards/alerts', alertsPage(alerts, told, kept?.deleted ? kept : null), { bench: true });
  }

  @Get('new')
  @Can(dashboardPermissions.readUnits)
  async form(@By() actor: Actor, @Query('about') about: unknown): Promise<Reply> {
    const place = await this.placeAt(actor, about);
    const form = Object.assign(new AlertForm(), {
      token: randomUUID(),
      about: pagePathOf(place),
      eachUnit: place.level === 'area' ? 'yes' : '',
    });
    return page('dashboards/alert-form', alertFormPage({ place, form, problems: [], preview: null, kept: null }));
  }

  @Post()
  @Can(dashboardPermissions.readUnits)
  async make(@By() actor: Actor, @Body() body: unknown): Promise<Reply> {
    const read = readForm(AlertForm, body);
    const place = await this.placeAt(actor, read.value.about);
    return read.submit(
      async (form) => {
        if (form.next !== 'save') return this.tried(place, form, null);
        await this.alerts.make(actor, place, form.token, choiceOf(form, place));
        return seeOther(alertsPath, { flash: t('Set. You’re told from the next week or file of answers on.') });
      },
      (problems, form) => this.shown(place, form, problems, null),
    );
  }

  @Get(':id')
  @Can(dashboardPermissions.readUnits)
  async show(@By() actor: Actor, @RowId() id: number): Promise<Reply> {
    const alert = await this.alerts.own(actor, id);
    const place = placeKept(alert);
    return this.shown(place, formOfAlert(alert, pagePathOf(place), randomUUID()), [], alert);
  }

  @Post(':id')
  @Can(dashboardPermissions.readUnits)
  async change(@By() actor: Actor, @RowId() id: number, @Body() body: unknown): Promise<Reply> {
    const alert = await this.alerts.own(actor, id);
    const place = await this.alerts.place(actor, alert);
    return readForm(AlertForm, body).submit(
      async (form) => {
        if (form.next !== 'save') return this.tried(place, form, alert);
        await this.alerts.change(actor, id, choiceOf(form, place));
        return seeOther(alertPath(id), { flash: t('Changed.') });
      },
      (problems, form) => this.shown(place, form, problems, alert),
    );
  }

  @Post(':id/pause')
  @Can(dashboardPermissions.readUnits)
  async pause(@By() actor: Actor, @RowId() id: number, @Body('paused') paused: unknown): Promise<Reply> {
    await this.alerts.pause(actor, id, paused !== 'no');
    return seeOther(alertPath(id), {
      flash: paused === 'no' ? t('It tells you again.') : t('Paused. It tells you nothing until you let it go on.'),
    });
  }

  @Post(':id/deletion')
  @Can(dashboardPermissions.readUnits)
  async delete(@By() actor: Actor, @RowId() id: number): Promise<Reply> {
    await this.alerts.delete(actor, id);
    return seeOther(`${alertsPath}?deleted=${id}`);
  }

  @Post(':id/restoration')
  @Can(dashboardPermissions.readUnits)
  async restore(@By() actor: Actor, @RowId() id: number): Promise<Reply> {
    await this.alerts.restore(actor, id);
    return seeOther(alertPath(id), { flash: t('The alert is back.') });
  }

  /** What it would have told, before anything is kept. */
  private async tried(place: AlertPlace, form: AlertForm, alert: KeptAlert | null): Promise<Reply> {
    const choice = choiceOf(form, place);
    checkCondition(choice);
    return this.shown(place, form, [], alert, await this.alerts.preview(place, choice));
  }

  private async shown(
    place: AlertPlace,
    form: AlertForm,
    problems: readonly Problem[],
    alert: KeptAlert | null,
    preview: Awaited<ReturnType<Alerts['preview']>> | null = null,
  ): Promise<Reply> {
    const kept = alert && { alert, told: await this.queries.toldBy([alert.id], HISTORY) };
    const model = alertFormPage({ place, form, problems, preview, kept });
    return page('dashboards/alert-form', model, { status: problems.length > 0 ? 422 : 200 });
  }

  private placeAt(actor: Actor, about: unknown): Promise<AlertPlace> {
    const place = readViewAddress(about);
    if (!place) throw new NotFound();
    return this.alerts.place(actor, place);
  }
}

/** Its owner may have lost the place, and still looks at what it told, pauses and deletes it. */
const placeKept = ({ level, code, placeId, placeName }: KeptAlert): AlertPlace => ({
  level,
  code,
  id: placeId,
  name: placeName,
});

const choiceOf = (form: AlertForm, { level }: AlertPlace) => ({
  ...conditionOf(form),
  delivery: form.delivery,
  eachUnit: form.eachUnit === 'yes' && (level === 'area' || level === 'region'),
});
