import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { isDriver } from '../../../platform/drivers.js';
import type { Weeks } from '../../../feedback/metrics/period.js';
import type { ViewLevel } from '../../views/view-address.js';
import type { Measure } from '../measure.js';
import { byWeek, type Seen, type SeenWeek } from './seen.js';
import { FIRST, placesByWeek } from './weeks-summed.queries.js';

/** What customers of places answered, from the rollups of weeks: whoever asks has seen to the reach. */
@Injectable()
export class SeenAnswers {
  constructor(private readonly db: Database) {}

  /** One statement for all places of a level, whose weeks are read by their key. The network's place is 0. */
  async of(level: ViewLevel, measure: Measure, placeIds: readonly number[], { from, to }: Weeks): Promise<SeenWeek[]> {
    const { n, good, bad } = columnsOf(measure);
    const sums = `sum(${n}) as n, sum(${good}) as good, sum(${bad}) as bad, sum(d.responses) as answered`;
    const days = `select d.week, ${sums} from ${WEEKS[level]} and d.week between ${FIRST} and $3::date group by d.week`;
    return byWeek(await this.db.query<Seen & { week: string }>(placesByWeek(days), [placeIds, from, to]));
  }
}

const WEEKS: Record<ViewLevel, string> = {
  unit: 'unit_week d where d.unit_id = place.id',
  area: 'area_week d where d.area_id = place.id',
  region: 'region_week d where d.region_id = place.id',
  network: 'region_week d where place.id = 0',
};

function columnsOf(measure: Measure) {
  if (measure === 'responses') return { n: 'd.responses', good: '0', bad: '0' };
  if (measure !== 'emotion') return { n: `d.${scale(measure)}_n`, good: `d.${scale(measure)}_top`, bad: '0' };
  const [good, bad] = ['d.delighted + d.satisfied', 'd.disappointed + d.irritated'];
  return { n: `${good} + d.neutral + ${bad}`, good, bad };
}

/** A column's name comes from our own list and never from what somebody sent. */
const scale = (measure: Measure) => (isDriver(measure) ? measure : 'ease');
