/** An area's page in numbers. */
import type { MyWeek } from '../../campaigns/campaigns.queries.js';
import type { CourseCard } from '../../courses/course-version.js';
import type { DriverWeights } from '../../feedback/metrics/driver-weights.js';
import { type Counts, NO_COUNTS } from '../../feedback/metrics/counts.js';
import { standingOver } from '../../feedback/metrics/standing.js';
import { standingFrom, type UnitStanding } from '../../feedback/metrics/unit-standing.js';
import type { AreaPlace } from '../../network/network.queries.js';
import type { StayingUnit } from '../as-of/stays.queries.js';
import { type Assigned, NOTHING_ASSIGNED } from '../assigned-completion.js';
import { type Stretches, weeksIn } from '../period/stretches.js';
import type { CardFacts } from '../cards/card-context.js';
import { byPlace, type EaseOfPlace, spark } from '../../feedback/metrics/spark.js';
import type { Row } from '../table/rows.js';
import type { PlaceRead } from '../table/weigh.js';
import type { WeekLessons } from './week-lessons.queries.js';

/** What was read for the units of an area: how they stand by themselves, or their sums over weeks that were chosen. */
export interface UnitsRead {
  units: readonly StayingUnit[];
  /** By unit, where the weeks of the page end with the last closed one; their small lines serve any such weeks. */
  standings: ReadonlyMap<number, UnitStanding>;
  /** Over the weeks of the page and those they are held against, where the standings are not about them. */
  sums: ReadonlyMap<number, { now?: Counts; earlier?: Counts }>;
  stretches: Stretches;
  weekly: readonly EaseOfPlace[];
  assigned: ReadonlyMap<number, Assigned>;
  /** How much each driver matters. */
  weights: DriverWeights;
}

export interface AreaFacts extends CardFacts {
  rows: Row<StayingUnit>[];
  area: AreaPlace;
  courses: CourseCard[];
  /** The themed week that runs today, with how each unit of the area takes part. */
  campaign: (MyWeek & { taking: WeekLessons[] }) | null;
}

/** Each unit with what was read about it, ready to be weighed together. */
export function unitReads(read: UnitsRead): PlaceRead<StayingUnit>[] {
  const weeks = byPlace(read.weekly);
  return read.units.map((place) => {
    const assigned = read.assigned.get(place.id) ?? NOTHING_ASSIGNED;
    const sums = read.sums.get(place.id) ?? {};
    const kept = read.standings.get(place.id);
    if (kept && read.stretches.asNeeded) return { place, assigned, ...byItself(kept, read.stretches, sums) };
    const line = kept?.spark ?? spark(weeks.get(place.id) ?? []);
    return { place, assigned, spark: line, ...overChosenWeeks(sums, read) };
  });
}

type Sums = { now?: Counts; earlier?: Counts };

/** Over as many weeks as it needs, held against the thirteen weeks before or what else was chosen. */
function byItself(kept: UnitStanding, { earlier }: Stretches, sums: Sums) {
  const standing: PlaceRead['standing'] = (change) => standingFrom(kept, change);
  return { now: kept.recent, earlier: earlier && (sums.earlier?.ease ?? kept.earlier), standing, spark: kept.spark };
}

function overChosenWeeks({ now = NO_COUNTS, earlier = NO_COUNTS }: Sums, { stretches, weights }: UnitsRead) {
  const before = stretches.earlier && earlier;
  const standing: PlaceRead['standing'] = (change) =>
    standingOver(weeksIn(stretches.now), now, before, change, weights);
  return { now: now.ease, earlier: before && before.ease, standing };
}
