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
import { familyAsked, firstRule, offeredAt } from './alert-choices.js';
import { alertFormPage } from './alert-form.presenter.js';
import type { AlertPlace } from './alert-place.js';
import { AlertForm, conditionOf, formOfAlert } from './alerts.forms.js';
import { alertsPage } from './alerts.presenter.js';
import { AlertsQueries, type KeptAlert, type ToldBefore } from './alerts.queries.js';
import { Alerts } from './alerts.service.js';
import { alertPath, alertsPath } from './paths.js';
import { WatchableThings } from './watchable.service.js';

const HISTORY = 20;

@Controller(alertsPath.slice(1))
export class AlertsController {
  constructor(
    private readonly alerts: Alerts,
    private readonly queries: AlertsQueries,
    private readonly things: WatchableThings,
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
    const things = await this.things.all();
    return page('dashboards/alerts', alertsPage(alerts, told, kept?.deleted ? kept : null, things), { bench: true });
  }

  @Get('new')
  @Can(dashboardPermissions.readUnits)
  async form(@By() actor: Actor, @Query('about') about: unknown, @Query('what') what: unknown): Promise<Reply> {
    const place = await this.placeAt(actor, about);
    const offered = offeredAt(actor, place, await this.things.all());
    const family = familyAsked(what, offered);
    const form = Object.assign(new AlertForm(), {
      token: randomUUID(),
      about: pagePathOf(place),
      what: family,
      measure: offered.get(family)?.[0]?.value ?? 'ease',
      rule: firstRule(family),
      eachUnit: place.level === 'area' ? 'yes' : '',
    });
    return this.shown(actor, { place, form, problems: [], alert: null });
  }

  @Post()
  @Can(dashboardPermissions.readUnits)
  async make(@By() actor: Actor, @Body() body: unknown): Promise<Reply> {
    const read = readForm(AlertForm, body);
    const place = await this.placeAt(actor, read.value.about);
    return read.submit(
      async (form) => {
        if (form.next !== 'save') return this.tried(actor, place, form, null);
        await this.alerts.make(actor, place, form.token, choiceOf(form, place));
        return seeOther(alertsPath, {
          flash: t('Set. It is looked at from tomorrow on, and after each file of answers.'),
        });
      },
      (problems, form) => this.shown(actor, { place, form, problems, alert: null }),
    );
  }

  @Get(':id')
  @Can(dashboardPermissions.readUnits)
  async show(@By() actor: Actor, @RowId() id: number): Promise<Reply> {
    const alert = await this.alerts.own(actor, id);
    const place = placeKept(alert);
    const form = formOfAlert(alert, pagePathOf(place), randomUUID());
    return this.shown(actor, { place, form, problems: [], alert });
  }

  @Post(':id')
  @Can(dashboardPermissions.readUnits)
  async change(@By() actor: Actor, @RowId() id: number, @Body() body: unknown): Promise<Reply> {
    const alert = await this.alerts.own(actor, id);
    const place = await this.alerts.place(actor, alert);
    return readForm(AlertForm, body).submit(
      async (form) => {
        if (form.next !== 'save') return this.tried(actor, place, form, alert);
        await this.alerts.change(actor, id, place, choiceOf(form, place));
        return seeOther(alertPath(id), { flash: t('Changed.') });
      },
      (problems, form) => this.shown(actor, { place, form, problems, alert }),
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
  private async tried(actor: Actor, place: AlertPlace, form: AlertForm, alert: KeptAlert | null): Promise<Reply> {
    const preview = await this.alerts.preview(actor, place, choiceOf(form, place));
    return this.shown(actor, { place, form, problems: [], alert, preview });
  }

  private async shown(actor: Actor, { alert, preview = null, ...asked }: Shown): Promise<Reply> {
    const kept = alert && { alert, told: await this.queries.toldBy([alert.id], HISTORY) };
    const things = await this.things.all();
    const offered = offeredAt(actor, asked.place, things);
    const model = alertFormPage({ ...asked, preview, kept, things, offered });
    return page('dashboards/alert-form', model, { status: asked.problems.length > 0 ? 422 : 200 });
  }

  private placeAt(actor: Actor, about: unknown): Promise<AlertPlace> {
    const place = readViewAddress(about);
    if (!place) throw new NotFound();
    return this.alerts.place(actor, place);
  }
}

interface Shown {
  place: AlertPlace;
  form: AlertForm;
  problems: readonly Problem[];
  /** The one that is changed; null for a new one. */
  alert: KeptAlert | null;
  preview?: readonly ToldBefore[] | null;
}

/** Its owner may have lost the place, and still looks at what it told, pauses and deletes it. */
const placeKept = ({ level, code, placeId, placeName, areaId, regionId }: KeptAlert): AlertPlace => ({
  level,
  code,
  id: placeId,
  name: placeName,
  areaId,
  regionId,
});

/** Units held against each other are watched one by one. */
function choiceOf(form: AlertForm, { level }: AlertPlace) {
  const condition = conditionOf(form);
  const several = level === 'area' || level === 'region';
  const eachUnit = several && (form.eachUnit === 'yes' || condition.measure === 'funnel');
  return { ...condition, delivery: form.delivery, eachUnit };
}
