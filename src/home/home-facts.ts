/** Everything that the home page of one person is made of, as its queries found it. */
import type { AssignedCourse } from '../assignments/requirements/assigned-course.js';
import type { MyThemeDay, CampaignRow } from '../campaigns/campaigns.queries.js';
import type { CourseCard } from '../courses/course-version.js';
import type { Card } from '../dashboards/cards/card.js';
import type { Comment } from '../feedback/comments/comments.queries.js';
import type { DriverProgress, UnderWay } from '../learning/my-learning.queries.js';
import type { AreaPlace, RegionPlace, UnitPlace } from '../network/network.queries.js';
import type { Actor } from '../platform/actor.js';
import type { IsoDate } from '../platform/dates.js';
import type { WeekNow } from './themed-week.js';

export interface ThemedWeek {
  campaign: CampaignRow;
  days: MyThemeDay[];
  now: WeekNow;
  /** How many of a manager's units have joined; null for those who lead none. */
  joined: { units: number; joined: number } | null;
}

export interface HomeFacts {
  actor: Actor;
  today: IsoDate;
  week: ThemedWeek | null;
  /** The earliest due date first. */
  assigned: AssignedCourse[];
  /** Begun and not finished, the latest first. */
  underWay: UnderWay[];
  /** An open course worth starting when nothing else is; null once all are finished. */
  suggestion: CourseCard | null;
  drivers: DriverProgress[];
  /** Recent comments about the own unit, the newest first; empty where there are too few to show any. */
  comments: Comment[];
  /** The own unit; null for people who are not posted in one. */
  unit: UnitPlace | null;
  areas: AreaPlace[];
  /** What needs an area manager first, in the first of these areas; null for everybody else. */
  worthDoing: { area: AreaPlace; cards: Card[] } | null;
  regions: RegionPlace[];
}
