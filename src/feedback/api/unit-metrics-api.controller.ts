import { Controller, Get, Param, Query } from '@nestjs/common';
import { Operation } from '../../platform/api/operation.js';
import { ByAccount, Scope } from '../../platform/api/scope.js';
import type { ServiceAccount } from '../../platform/api/service-account.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors.js';
import { ApiUnitsQueries } from './api-units.queries.js';
import { metricsPeriod } from './metrics-period.js';
import { unitMetrics } from './unit-metrics.js';
import { UNIT_METRICS } from './unit-metrics.operation.js';

@Controller('api/v1/units')
export class UnitMetricsApiController {
  constructor(
    private readonly units: ApiUnitsQueries,
    private readonly clock: Clock,
  ) {}

  @Get(':code/metrics')
  @Scope('metrics:read')
  @Operation(UNIT_METRICS)
  async metrics(
    @ByAccount() { reach }: ServiceAccount,
    @Param('code') code: string,
    @Query('from') from: unknown,
    @Query('to') to: unknown,
  ) {
    const period = metricsPeriod({ from, to }, this.clock.today());
    const unit = isCode(code) ? await this.units.byCode(code, reach) : null;
    if (unit === null) throw new NotFound('No unit has this code.');
    return unitMetrics(unit, period, await this.units.weeks(unit.id, period.from, period.to));
  }
}

/** What can be a code at all; the rest is not asked of the database. */
function isCode(code: string): boolean {
  return code.length <= 40 && !/\p{Cc}|\p{Cs}/u.test(code);
}
