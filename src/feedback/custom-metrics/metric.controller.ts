import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { Can, can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { csvOfTable } from '../../platform/web/csv-table.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { pageNumber } from '../../platform/web/list-pages.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { dayOf, draftOf } from './draft-of-form.js';
import { formOf, metricForm } from './metric-form.presenter.js';
import { importsTable, metricPage } from './metric.presenter.js';
import { MetricForm, ValueForm } from './metrics.forms.js';
import { metricsPermissions } from './metrics.policy.js';
import { Metrics } from './metrics.service.js';
import type { Metric } from './metric.js';
import { editMetricPath, metricPath } from './paths.js';
import { TypedValues } from './values/typed-value.service.js';
import { UndoneValues } from './values/undo-values.service.js';
import { ValueImportsQueries } from './values/value-imports.queries.js';

const IMPORTS_A_PAGE = 25;
const MOST_IN_A_FILE = 10_000;

/** One number: what it is, its values by hand, and where the others came from. */
@Controller('feedback/numbers/:key')
export class MetricController {
  constructor(
    private readonly metrics: Metrics,
    private readonly typed: TypedValues,
    private readonly undone: UndoneValues,
    private readonly imports: ValueImportsQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Can(metricsPermissions.read)
  async show(@By() actor: Actor, @Param('key') key: string, @Query('page') at: unknown): Promise<Reply> {
    return this.page(actor, await this.metrics.named(key), [], new ValueForm(), pageNumber(at));
  }

  @Get('imports.csv')
  @Can(metricsPermissions.read)
  async download(@Param('key') key: string): Promise<Reply> {
    const metric = await this.metrics.named(key);
    const { rows } = await this.imports.list(metric.id, this.clock.now(), MOST_IN_A_FILE, 0);
    return csvOfTable(`${metric.key}-imports.csv`, importsTable(rows));
  }

  @Get('edit')
  @Can(metricsPermissions.manage)
  async edit(@Param('key') key: string): Promise<Reply> {
    const metric = await this.metrics.named(key);
    return this.form(metric, [], { ...formOf(metric), formToken: randomUUID() });
  }

  @Post()
  @Can(metricsPermissions.manage)
  async change(@By() actor: Actor, @Param('key') key: string, @Body() body: unknown): Promise<Reply> {
    const metric = await this.metrics.named(key);
    return readForm(MetricForm, body).submit(
      async (form) => {
        await this.metrics.change(metric, draftOf(form), actor.personId);
        return seeOther(metricPath(metric.key), { flash: t('Saved.') });
      },
      (problems, value) => this.form(metric, problems, value),
    );
  }

  @Post('retirement')
  @Can(metricsPermissions.manage)
  async retire(@By() actor: Actor, @Param('key') key: string): Promise<Reply> {
    const metric = await this.metrics.named(key);
    await this.metrics.setRetired(metric, true, actor.personId);
    return seeOther(metricPath(metric.key), { flash: t('Retired. Its values stay, and no page shows it any more.') });
  }

  @Post('return')
  @Can(metricsPermissions.manage)
  async bringBack(@By() actor: Actor, @Param('key') key: string): Promise<Reply> {
    const metric = await this.metrics.named(key);
    await this.metrics.setRetired(metric, false, actor.personId);
    return seeOther(metricPath(metric.key), { flash: t('Brought back. Pages show it again.') });
  }

  @Post('values')
  @Can(metricsPermissions.manage)
  async type(@By() actor: Actor, @Param('key') key: string, @Body() body: unknown): Promise<Reply> {
    const metric = await this.metrics.named(key);
    return readForm(ValueForm, body).submit(
      async (form) => {
        const done = await this.typed.take(metric, { ...form, day: dayOf(form.day) }, actor.personId);
        return seeOther(metricPath(metric.key), { flash: sayTyped(done) });
      },
      (problems, value) => this.page(actor, metric, problems, value, 1),
    );
  }

  @Post('imports/:id/undo')
  @Can(metricsPermissions.manage)
  async undo(@By() actor: Actor, @Param('key') key: string, @Param('id') id: string): Promise<Reply> {
    const metric = await this.metrics.named(key);
    const found = /^[1-9]\d{0,8}$/.test(id) ? await this.imports.one(metric.id, Number(id)) : null;
    if (!found) throw new NotFound();
    if (found.undoAskedAt === null) await this.undone.ask(metric, found.id, actor.personId);
    return seeOther(metricPath(metric.key), { flash: t('It is being taken back. Look again in a moment.') });
  }

  private form(metric: Metric, problems: readonly Problem[], value: MetricForm): Reply {
    const model = metricForm(value, {
      title: t('Change {name}', { name: metric.name }),
      path: metricPath(metric.key),
      back: { text: t('Back to {name}', { name: metric.name }), href: metricPath(metric.key) },
      formToken: value.formToken,
      button: t('Save'),
      problems,
    });
    return page('feedback/number-form', model, { bench: true, status: problems.length > 0 ? 422 : 200 });
  }

  private async page(actor: Actor, metric: Metric, problems: readonly Problem[], value: ValueForm, at: number) {
    const offset = (at - 1) * IMPORTS_A_PAGE;
    const { rows, total } = await this.imports.list(metric.id, this.clock.now(), IMPORTS_A_PAGE, offset);
    const model = metricPage(metric, rows, {
      ...{ problems, value, formToken: randomUUID(), fileToken: randomUUID(), editPath: editMetricPath(metric.key) },
      mayManage: can(actor, metricsPermissions.manage),
      mayOpenNetwork: actor.reach.network,
      at: { at, total, each: IMPORTS_A_PAGE },
    });
    return page('feedback/number', model, { bench: true, status: problems.length > 0 ? 422 : 200 });
  }
}

function sayTyped(done: 'new' | 'changed' | 'unchanged'): string {
  if (done === 'new') return t('The number is in.');
  return done === 'changed'
    ? t('The number is corrected; the old one is kept in its history.')
    : t('Nothing changed: it said that already.');
}
