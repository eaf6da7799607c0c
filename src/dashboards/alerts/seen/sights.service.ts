import { Injectable } from '@nestjs/common';
import { MetricsQueries } from '../../../feedback/custom-metrics/metrics.queries.js';
import type { Weeks } from '../../../feedback/metrics/period.js';
import { Clock } from '../../../platform/clock.js';
import { addDays } from '../../../platform/dates.js';
import type { ViewLevel } from '../../views/view-address.js';
import { keyOf, kindOf, type Measure } from '../measure.js';
import { SeenAnswers } from './answers.queries.js';
import { SeenFunnel } from './funnel.queries.js';
import { latestOf, numberWeeks } from './number-weeks.js';
import { SeenNumbersQueries } from './numbers.queries.js';
import type { SeenWeek } from './seen.js';
import { SeenThemes } from './themes.queries.js';
import { SeenTraining } from './training.queries.js';

/** Places of one level, all with the same measure. */
export interface SightAsked {
  level: ViewLevel;
  measure: Measure;
  /** 0 for the network. */
  placeIds: readonly number[];
  /** The first and last closed week; one of each for the job that tells. */
  weeks: Weeks;
}

/** Periods of a quarter or a year are judged for as long after their end. */
const LONGEST_BACK = 460;

/** How places stood, whatever it is that is watched: one statement for all places of a level and a measure. */
@Injectable()
export class Sights {
  constructor(
    private readonly answers: SeenAnswers,
    private readonly themes: SeenThemes,
    private readonly training: SeenTraining,
    private readonly funnel: SeenFunnel,
    private readonly numbers: SeenNumbersQueries,
    private readonly metrics: MetricsQueries,
    private readonly clock: Clock,
  ) {}

  async of(asked: SightAsked): Promise<SeenWeek[]> {
    const { level, measure, placeIds, weeks } = asked;
    if (placeIds.length === 0) return [];
    switch (kindOf(measure)) {
      case 'asked':
      case 'responses':
        return this.answers.of(level, measure, placeIds, weeks);
      case 'theme':
      case 'rising':
        return this.themes.of(level, keyOf(measure), placeIds, weeks);
      case 'funnel':
        return this.funnel.of(placeIds, weeks);
      case 'number':
        return this.ofNumber(asked);
      case 'completion':
        return [{ week: weeks.to, seen: await this.training.assigned(level, placeIds, this.clock.now()) }];
      case 'course':
        return [
          { week: weeks.to, seen: await this.training.course(keyOf(measure), level, placeIds, this.clock.now()) },
        ];
    }
  }

  /** Of a single week what was last reported; of more, all that was reported from the first of them on. */
  private async ofNumber({ level, measure, placeIds, weeks }: SightAsked): Promise<SeenWeek[]> {
    const metric = await this.metrics.one(keyOf(measure));
    if (!metric || metric.retiredAt) return [];
    const today = this.clock.today();
    const from = addDays(weeks.from, -LONGEST_BACK);
    const found = numberWeeks(metric, await this.numbers.cells(metric, level, placeIds, from, today), today);
    return weeks.from === weeks.to ? latestOf(found) : found.filter(({ week }) => week >= weeks.from);
  }
}
