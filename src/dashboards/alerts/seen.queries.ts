import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { isDriver } from '../../platform/drivers.js';
import type { IsoDate } from '../../platform/dates.js';
import type { ViewLevel } from '../views/view-address.js';
import type { Measure } from './alert.js';
import type { Seen } from './judge.js';

interface Row {
  placeId: number;
  week: IsoDate;
  recentN: number;
  recentGood: number;
  recentBad: number;
  earlierN: number;
  earlierGood: number;
  earlierBad: number;
  answered: number;
}

/** How places stood at the end of weeks, from the rollups of feedback: the job that asks has checked who may know. */
@Injectable()
export class SeenQueries {
  constructor(private readonly db: Database) {}

  /**
   * One statement for all places of a level and all weeks (their Mondays), 17 weeks of each read by its key. A place without
   * an answer is there with zeros, since nobody answering is something to tell. The network's place is 0.
   */
  async of(
    level: ViewLevel,
    measure: Measure,
    placeIds: readonly number[],
    weeks: readonly IsoDate[],
  ): Promise<{ week: IsoDate; seen: Seen[] }[]> {
    if (placeIds.length === 0) return [];
    const rows = await this.db.query<Row>(
      `select place.id as "placeId", w.week, ${sums('recent', measure)}, ${sums('earlier', measure)},
              coalesce(sum(d.responses) filter (where d.day >= w.week), 0)::int as answered
         from unnest($1::int[]) place (id) cross join unnest($2::date[]) w (week)
         left join lateral ${DAYS[level]} d on true
        group by place.id, w.week order by w.week, place.id`,
      [placeIds, weeks],
    );
    const found = new Map(weeks.map((week): [IsoDate, Seen[]] => [week, []]));
    for (const row of rows) found.get(row.week)?.push(seenIn(row));
    return [...found].map(([week, seen]) => ({ week, seen }));
  }
}

/** Four weeks up to the Monday `w.week`, and the thirteen before. A row is a day, or a week by its Monday. */
const STRETCH = {
  recent: 'd.day >= w.week - 21',
  earlier: 'd.day < w.week - 21',
} as const;

function sums(stretch: keyof typeof STRETCH, measure: Measure): string {
  const { n, good, bad } = columnsOf(measure);
  const sum = (columns: string, name: string) =>
    `coalesce(sum(${columns}) filter (where ${STRETCH[stretch]}), 0)::int as "${stretch}${name}"`;
  return [sum(n, 'N'), sum(good, 'Good'), sum(bad, 'Bad')].join(', ');
}

function columnsOf(measure: Measure) {
  if (measure === 'responses') return { n: 'd.responses', good: '0', bad: '0' };
  if (measure !== 'emotion') return { n: `d.${scale(measure)}_n`, good: `d.${scale(measure)}_top`, bad: '0' };
  const [good, bad] = ['d.delighted + d.satisfied', 'd.disappointed + d.irritated'];
  return { n: `${good} + d.neutral + ${bad}`, good, bad };
}

/** A column's name comes from our own list and never from what somebody sent. */
const scale = (measure: Measure) => (isDriver(measure) ? measure : 'ease');

const SPAN = 'between w.week - 112 and w.week + 6';

/** Fenced in by their offsets, so that the weeks of each place are read by their key. */
const DAYS: Record<ViewLevel, string> = {
  unit: `(select u.*, u.week as day from unit_week u where u.unit_id = place.id and u.week ${SPAN} offset 0)`,
  area: `(select a.* from area_day a where a.area_id = place.id and a.day ${SPAN} offset 0)`,
  region: `(select a.* from area_region r join area_day a on a.area_id = r.area_id and r.valid @> a.day
             where r.region_id = place.id and a.day ${SPAN} offset 0)`,
  network: `(select a.* from area_day a where a.day ${SPAN} offset 0)`,
};

function seenIn(row: Row): Seen {
  return {
    placeId: row.placeId,
    recent: { n: row.recentN, good: row.recentGood, bad: row.recentBad },
    earlier: { n: row.earlierN, good: row.earlierGood, bad: row.earlierBad },
    answered: row.answered,
  };
}
