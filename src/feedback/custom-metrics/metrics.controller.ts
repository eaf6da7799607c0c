import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { t } from '../../platform/language/t.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { csvOfTable } from '../../platform/web/csv-table.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { draftOf } from './draft-of-form.js';
import { MetricForm } from './metrics.forms.js';
import { metricForm } from './metric-form.presenter.js';
import { metricsPage, metricsTable } from './metrics.presenter.js';
import { metricsPermissions } from './metrics.policy.js';
import { MetricsQueries } from './metrics.queries.js';
import { Metrics } from './metrics.service.js';
import { metricPath, metricsPath } from './paths.js';

/** What other numbers there are, and adding one. */
@Controller('feedback')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly queries: MetricsQueries,
  ) {}

  @Get('numbers')
  @Can(metricsPermissions.read)
  async list(): Promise<Reply> {
    return page('feedback/numbers', metricsPage(await this.queries.list()), { bench: true });
  }

  @Get('numbers.csv')
  @Can(metricsPermissions.read)
  async download(): Promise<Reply> {
    return csvOfTable('numbers.csv', metricsTable(await this.queries.list()));
  }

  @Get('numbers/new')
  @Can(metricsPermissions.manage)
  startNew(): Reply {
    return this.form([], new MetricForm());
  }

  @Post('numbers')
  @Can(metricsPermissions.manage)
  define(@By() actor: Actor, @Body() body: unknown): Promise<Reply> {
    return readForm(MetricForm, body).submit(
      async (form) => {
        const key = await this.metrics.define(draftOf(form), form.formToken, actor.personId);
        return seeOther(metricPath(key), { flash: t('Added. Give it its first values.') });
      },
      (problems, value) => this.form(problems, value),
    );
  }

  private form(problems: readonly Problem[], value: MetricForm): Reply {
    const model = metricForm(value, {
      title: t('Add a number'),
      path: metricsPath,
      back: { text: t('Back to other numbers'), href: metricsPath },
      formToken: randomUUID(),
      button: t('Add the number'),
      problems,
    });
    return page('feedback/number-form', model, { bench: true, status: problems.length > 0 ? 422 : 200 });
  }
}
