/** An area's page in numbers: its branches weighed together, so that every mark on the screen stands the same test. */
import type { MyWeek } from '../../campaigns/campaigns.queries.js';
import type { PlaceParticipation } from '../../campaigns/participation.queries.js';
import type { CourseCard } from '../../courses/course-version.js';
import type { Comment } from '../../feedback/comments/comments.queries.js';
import type { WeeklyEase } from '../../feedback/feedback.queries.js';
import { NO_WINDOWS, type Windows } from '../../feedback/metrics/windows.js';
import {
  emotionDifference,
  type MarkedDifference,
  markTogether,
  shareDifference,
} from '../../feedback/metrics/change.js';
import { addCounts, type Counts } from '../../feedback/metrics/counts.js';
import type { AreaPlace, UnitPlace } from '../../network/network.queries.js';
import type { IsoDate } from '../../platform/dates.js';
import { addAssigned, type Assigned, NOTHING_ASSIGNED } from '../assigned-completion.js';
import { standingOf } from '../branch-standing.js';
import { spark } from '../spark.js';
import type { Branch } from './branch-list.js';

/** What was read for an area. */
export interface AreaRead {
  area: AreaPlace;
  units: readonly UnitPlace[];
  windows: ReadonlyMap<number, Windows>;
  weekly: readonly WeeklyEase[];
  assigned: ReadonlyMap<number, Assigned>;
  today: IsoDate;
  /** Monday of the last closed week. */
  lastWeek: IsoDate;
}

export interface WeighedArea {
  area: AreaPlace;
  today: IsoDate;
  lastWeek: IsoDate;
  branches: Branch[];
  /** The whole area over the last four closed weeks. */
  recent: Counts;
  easeChange: MarkedDifference | null;
  emotionChange: MarkedDifference | null;
  assigned: Assigned;
}

export interface AreaFacts extends WeighedArea {
  courses: CourseCard[];
  /** Of the two branches in the spotlight, newest first. */
  comments: Comment[];
  troubled: Branch | null;
  praised: Branch | null;
  /** The themed week that runs today, with how each unit of the area takes part. */
  campaign: (MyWeek & { taking: PlaceParticipation[] }) | null;
}

export function weighArea(read: AreaRead): WeighedArea {
  const { area, today, lastWeek, units } = read;
  const windows = units.map(({ id }) => read.windows.get(id) ?? NO_WINDOWS);
  const recent = addCounts(windows.map((one) => one[4]));
  const earlier = addCounts(windows.map((one) => one.earlier));
  const [easeChange = null, emotionChange = null, ...changes] = markTogether([
    shareDifference(recent.ease, earlier.ease),
    emotionDifference(recent.emotion, earlier.emotion),
    ...windows.map((one) => shareDifference(one[4].ease, one.earlier.ease)),
  ]);
  const branches = units.map((unit, at) => ({
    unit,
    standing: standingOf(windows[at] ?? NO_WINDOWS, changes[at] ?? null),
    assigned: read.assigned.get(unit.id) ?? NOTHING_ASSIGNED,
    spark: spark(
      read.weekly.filter(({ unitId }) => unitId === unit.id),
      lastWeek,
    ),
  }));
  const assigned = addAssigned(branches.map((branch) => branch.assigned));
  return { area, today, lastWeek, branches, recent, easeChange, emotionChange, assigned };
}
