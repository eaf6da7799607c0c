/** An area's page in numbers. */
import type { MyWeek } from '../../campaigns/campaigns.queries.js';
import type { PlaceParticipation } from '../../campaigns/participation.queries.js';
import type { CourseCard } from '../../courses/course-version.js';
import type { Comment } from '../../feedback/comments/comments.queries.js';
import type { WeeklyEase } from '../../feedback/feedback.queries.js';
import { type Counts, NO_COUNTS } from '../../feedback/metrics/counts.js';
import { NO_WINDOWS, type Windows } from '../../feedback/metrics/windows.js';
import type { AreaPlace, UnitPlace } from '../../network/network.queries.js';
import type { IsoDate } from '../../platform/dates.js';
import { type Assigned, NOTHING_ASSIGNED } from '../assigned-completion.js';
import type { PlaceFacts } from '../place-facts.js';
import { groupedBy, spark } from '../spark.js';
import type { Branch } from '../table/rows.js';
import type { PlaceRead } from '../table/weigh.js';

/** What was read for the units of an area. */
export interface UnitsRead {
  units: readonly UnitPlace[];
  /** Null where the weeks were chosen. */
  windows: ReadonlyMap<number, Windows> | null;
  /** Sums over the weeks of the page and over those they are held against, where `windows` does not hold them. */
  sums: ReadonlyMap<number, { now?: Counts; earlier?: Counts }>;
  /** Whether anything is compared. */
  compares: boolean;
  weekly: readonly WeeklyEase[];
  assigned: ReadonlyMap<number, Assigned>;
  /** Monday of the last week of the page. */
  lastWeek: IsoDate;
}

export interface AreaFacts extends PlaceFacts<UnitPlace> {
  area: AreaPlace;
  courses: CourseCard[];
  /** Of the two branches in the spotlight, newest first. */
  comments: Comment[];
  troubled: Branch | null;
  praised: Branch | null;
  /** The themed week that runs today, with how each unit of the area takes part. */
  campaign: (MyWeek & { taking: PlaceParticipation[] }) | null;
}

/** Each unit with what was read about it, ready to be weighed together. */
export function unitReads(read: UnitsRead): PlaceRead<UnitPlace>[] {
  const weeks = groupedBy(read.weekly, ({ unitId }) => unitId);
  return read.units.map((place) => ({
    place,
    ...countsAt(read, place.id),
    assigned: read.assigned.get(place.id) ?? NOTHING_ASSIGNED,
    spark: spark(weeks.get(place.id) ?? [], read.lastWeek),
  }));
}

function countsAt(read: UnitsRead, unitId: number) {
  const windows = read.windows && (read.windows.get(unitId) ?? NO_WINDOWS);
  const { now = NO_COUNTS, earlier = windows?.earlier ?? NO_COUNTS } = read.sums.get(unitId) ?? {};
  return { windows, now: windows?.[4] ?? now, earlier: read.compares ? earlier : null };
}
