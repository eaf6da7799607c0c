import { Injectable } from '@nestjs/common';
import { CampaignsQueries } from '../../campaigns/campaigns.queries.js';
import { PlaceWeeksQueries, type AreaScope } from '../../feedback/rollups/place-weeks.queries.js';
import { addCounts, type Counts } from '../../feedback/metrics/counts.js';
import type { Weeks } from '../../feedback/metrics/period.js';
import { MovingAnswers } from '../../feedback/rollups/moving-answers.service.js';
import type { WeekCounts } from '../../feedback/feedback.queries.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Completion } from '../completion/completion.service.js';
import { HappenedQueries } from '../happened/happened.queries.js';
import { hull, type Stretches, trendWeeks } from '../period/stretches.js';
import type { Whole } from '../table/weigh.js';

/** What an area, a region or the network is as a whole: its weeks, its sums, its courses, and the themed weeks held. */
@Injectable()
export class WholePlace {
  constructor(
    private readonly placeWeeks: PlaceWeeksQueries,
    private readonly completion: Completion,
    private readonly campaigns: CampaignsQueries,
    private readonly moving: MovingAnswers,
    private readonly happened: HappenedQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * @param moment as of which people's completions are told
   * @param drivers whether the sums hold the six drivers too
   */
  async of(actor: Actor, scope: AreaScope, { now, earlier }: Stretches, moment: Date, drivers = false) {
    const today = this.clock.today();
    const weeks = hull([trendWeeks(now), now, ...(earlier ? [earlier] : [])]);
    const since = trendWeeks(now).from;
    const [series, completion, campaigns, unitsMoving, happened] = await Promise.all([
      this.placeWeeks.series({ actor, scope, today }, weeks, drivers),
      this.completion.coursesOf({ actor, scope, moment, today }),
      this.campaigns.all(actor, today),
      this.moving.unitsWaiting(),
      this.happened.of(actor, scope.areaId ?? null, since, moment, today),
    ]);
    const sums: Whole = { now: sumOver(series, now), earlier: earlier && sumOver(series, earlier) };
    return { series, completion, campaigns, unitsMoving, happened, sums };
  }
}

function sumOver(series: readonly WeekCounts[], { from, to }: Weeks): Counts {
  return addCounts(series.filter(({ week }) => week >= from && week <= to).map(({ counts }) => counts));
}
