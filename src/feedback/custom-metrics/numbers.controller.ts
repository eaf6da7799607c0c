import { Controller, Get, Param, Query } from '@nestjs/common';
import { NetworkQueries } from '../../network/network.queries.js';
import { placeOf } from '../../network/reach.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { addDays, isIsoDate, lastClosedWeek } from '../../platform/dates.js';
import { NotFound } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { pageNumber } from '../../platform/web/list-pages.js';
import { page, type Reply } from '../../platform/web/reply.js';
import { audiencesAt } from './audience.js';
import { startOfPeriod } from './grain.js';
import type { Metric } from './metric.js';
import { metricsPermissions } from './metrics.policy.js';
import { Metrics } from './metrics.service.js';
import { numbersCsv } from './numbers-csv.js';
import { type NumbersPlace, numbersPage } from './numbers.presenter.js';
import { NumberRowsQueries, ROW_SORTS, type RowsAsked, type RowSort } from './values/rows.queries.js';

const ROWS_A_PAGE = 50;
const USUAL_DAYS = 90;
/** What comes once a month or less often is shown further back. */
const LONG_DAYS = 1100;
/** Some two years: a page and its file stay within what one place can hold. */
const MOST_DAYS = 1500;

type Asked = Record<string, unknown>;

/** The rows behind a number of a place that the reader reaches, for those who see it there. */
@Controller('numbers')
export class NumbersController {
  constructor(
    private readonly metrics: Metrics,
    private readonly rows: NumberRowsQueries,
    private readonly network: NetworkQueries,
    private readonly clock: Clock,
  ) {}

  @Get(':key.csv')
  @Can(metricsPermissions.seeRows)
  async download(@By() actor: Actor, @Param('key') key: string, @Query() query: Asked): Promise<Reply> {
    const { asked, place } = await this.asked(actor, key, query);
    return numbersCsv(asked, place, this.rows.stream(asked));
  }

  @Get(':key')
  @Can(metricsPermissions.seeRows)
  async show(@By() actor: Actor, @Param('key') key: string, @Query() query: Asked): Promise<Reply> {
    const { asked, place } = await this.asked(actor, key, query);
    const at = pageNumber(query.page);
    const { rows, total } = await this.rows.page(asked, ROWS_A_PAGE, (at - 1) * ROWS_A_PAGE);
    const model = numbersPage(asked, place, rows, { at, total, each: ROWS_A_PAGE });
    return page('feedback/number-rows', model, { bench: true });
  }

  private async asked(actor: Actor, key: string, query: Asked): Promise<{ asked: RowsAsked; place: NumbersPlace }> {
    const [metric, place] = await Promise.all([this.metrics.named(key), this.place(actor, query)]);
    if (!place.audiences.includes(metric.audience)) throw new NotFound();
    const sort = ROW_SORTS.find((one) => one === query.sort) ?? 'period';
    const { level, id } = place;
    return {
      asked: { metric, place: { level, id }, ...this.days(metric, query), sort: sort satisfies RowSort },
      place,
    };
  }

  /** Not found where the reader does not reach it, known or not. */
  private async place(actor: Actor, { unit, area, region }: Asked): Promise<NumbersPlace> {
    if (typeof unit === 'string') {
      const found = await this.network.unitByCode(actor, unit);
      if (!found) throw new NotFound();
      return { level: 'unit', ...named(found), audiences: audiencesAt(actor, placeOf(found)) };
    }
    if (typeof area === 'string') {
      const found = await this.network.areaByCode(actor, area);
      if (!found) throw new NotFound();
      const at = { areaId: found.id, regionId: found.regionId };
      return { level: 'area', ...named(found), audiences: audiencesAt(actor, at) };
    }
    if (typeof region === 'string') {
      const found = await this.network.regionByCode(actor, region);
      if (!found) throw new NotFound();
      return { level: 'region', ...named(found), audiences: audiencesAt(actor, { regionId: found.id }) };
    }
    if (!actor.reach.network) throw new NotFound();
    const audiences = audiencesAt(actor, { regionId: null });
    return { level: 'network', id: null, code: null, name: t('The whole network'), audiences };
  }

  /** The days asked for, widened to whole periods; the latest without. */
  private days(metric: Metric, query: Asked): { from: string; to: string } {
    const today = this.clock.today();
    const short = metric.grain === 'day' || metric.grain === 'week';
    const to = dayIn(query.to) ?? (short ? addDays(lastClosedWeek(today), 6) : today);
    const from = dayIn(query.from) ?? addDays(to, short ? -USUAL_DAYS : -LONG_DAYS);
    const earliest = addDays(to, -MOST_DAYS);
    return { from: startOfPeriod(metric.grain, from < earliest ? earliest : from), to: to < today ? to : today };
  }
}

const named = ({ id, code, name }: { id: number; code: string; name: string }) => ({ id, code, name });

const dayIn = (text: unknown) => (typeof text === 'string' && isIsoDate(text) ? text : null);
