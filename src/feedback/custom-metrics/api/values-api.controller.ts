import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { invalid } from '../../../platform/api/api-problem.js';
import { readIdempotencyKey } from '../../../platform/api/batch.js';
import { Operation } from '../../../platform/api/operation.js';
import { ByAccount, Scope } from '../../../platform/api/scope.js';
import type { ServiceAccount } from '../../../platform/api/service-account.js';
import { Clock } from '../../../platform/clock.js';
import { addDays, daysBetween, isIsoDate } from '../../../platform/dates.js';
import { NotFound } from '../../../platform/errors.js';
import { readBatch } from './sent-batch.js';
import { type SentAnswer, SentValues } from './sent-values.service.js';
import { SentValuesQueries } from './sent-values.queries.js';
import { READ_VALUES, SEND_VALUES } from './values.operation.js';

const USUAL_DAYS = 366;
const MOST_DAYS = 3660;

@Controller('api/v1/metrics/:key/values')
export class ValuesApiController {
  constructor(
    private readonly sent: SentValues,
    private readonly queries: SentValuesQueries,
    private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(200)
  @Scope('metrics:write')
  @Operation(SEND_VALUES)
  send(
    @ByAccount() account: ServiceAccount,
    @Param('key') key: string,
    @Body() body: unknown,
    @Headers('idempotency-key') idempotencyKey: string | undefined,
    @Req() request: Request,
  ): Promise<SentAnswer> {
    const batch = { key, values: readBatch(body), bodySha256: request.bodySha256 ?? '' };
    return this.sent.take(account, { ...batch, idempotencyKey: readIdempotencyKey(idempotencyKey) });
  }

  @Get()
  @Scope('metrics:read')
  @Operation(READ_VALUES)
  async read(
    @ByAccount() account: ServiceAccount,
    @Param('key') key: string,
    @Query('place') place: unknown,
    @Query('from') from: unknown,
    @Query('to') to: unknown,
  ) {
    const metric = await this.sent.metricFor(key, account);
    const days = this.days(from, to);
    const code = typeof place === 'string' ? place : '';
    const usable = code.length <= 60 && !/\p{Cc}|\p{Cs}/u.test(code);
    const placeId = usable ? await this.queries.placeNamed(metric, code, account.reach) : null;
    if (placeId === null) throw new NotFound('No place of this number has this code.');
    const values = await this.queries.values(metric.id, placeId, days.from, days.to);
    const { name, unit, kind, grain, level } = metric;
    return {
      metric: { key: metric.key, name, unit, kind, grain, level },
      place: code === '' ? null : code,
      ...days,
      values,
    };
  }

  private days(from: unknown, to: unknown): { from: string; to: string } {
    const today = this.clock.today();
    const faults = Object.entries({ from, to })
      .filter(([, value]) => value !== undefined && !(typeof value === 'string' && isIsoDate(value)))
      .map(([parameter]) => ({ parameter, detail: 'Give a day as year, month and day, such as 2027-02-08.' }));
    if (faults.length > 0) throw invalid(faults);
    const last = to === undefined || (to as string) > today ? today : (to as string);
    const first = from === undefined ? addDays(last, -USUAL_DAYS) : (from as string);
    if (daysBetween(first, last) > MOST_DAYS)
      throw invalid([{ parameter: 'from', detail: 'Ask for at most ten years at a time.' }]);
    return { from: first, to: last };
  }
}
