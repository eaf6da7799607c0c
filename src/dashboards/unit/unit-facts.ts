/** Everything a unit's page is made of, before it becomes words. */
import type { CourseCard } from '../../courses/course-version.js';
import type { Comment } from '../../feedback/comments/comments.queries.js';
import type { AllSoFar, WeekCounts } from '../../feedback/feedback.queries.js';
import type { SelfCheckResult } from '../../feedback/self-check/self-check.service.js';
import type { UnitCompletion } from '../../learning/course-completion.queries.js';
import type { TeamCompletion } from '../../learning/unit-learning.queries.js';
import type { UnitPlace } from '../../network/network.queries.js';
import type { IsoDate } from '../../platform/dates.js';
import type { Assigned } from '../assigned-completion.js';
import type { Standing } from '../../feedback/metrics/standing.js';
import type { PeriodChoice } from '../period/choice.js';
import type { Stretches } from '../period/stretches.js';
import type { CampaignRow } from '../../campaigns/campaigns.queries.js';
import type { Occurred } from '../happened/happened.queries.js';
import type { Decided } from '../cards/decisions/decided.js';
import type { BeforeAndAfter } from './before-and-after.js';
import type { ColleaguesTold } from './colleagues-told.js';
import type { ChangeMade } from './changes-made.js';
import type { UnitAction } from './unit-actions.queries.js';

/** A unit whose page is shown; one that has closed carries its last day. */
export type UnitSeen = UnitPlace & { closedOn?: IsoDate };

export interface UnitFacts {
  unit: UnitSeen;
  today: IsoDate;
  now: Date;
  lastWeek: IsoDate;
  /** The last day of weeks that were chosen, on which the team and its completion are told; null for today. */
  asOf: IsoDate | null;
  choice: PeriodChoice;
  stretches: Stretches;
  standing: Standing;
  /** A year up to the last closed week, and the weeks of the page. */
  series: WeekCounts[];
  allSoFar: AllSoFar;
  /** Nothing where the reader is not told of it. */
  assigned: Assigned;
  /** Of every full course that is published. */
  courseCompletion: UnitCompletion[];
  courses: CourseCard[];
  comments: Comment[];
  actions: UnitAction[];
  /** What the reader did with cards of this page, and the keys of those that stay away today. */
  decided: Decided[];
  aside: ReadonlySet<string>;
  changes: ChangeMade[];
  comparisons: BeforeAndAfter[];
  /** Courses that came out, and themed weeks of whenever. */
  happened: Occurred[];
  campaigns: CampaignRow[];
  told: ColleaguesTold;
  /** Null for an actor who does not see who finished what. */
  team: TeamCompletion[] | null;
  selfCheck: SelfCheckResult | null;
}
