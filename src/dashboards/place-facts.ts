/** What the pages of an area, a region and the network have in common, before it becomes words. */
import type { CampaignRow } from '../campaigns/campaigns.queries.js';
import type { WeekCounts } from '../feedback/feedback.queries.js';
import type { MarkedDifference } from '../feedback/metrics/change.js';
import type { Counts } from '../feedback/metrics/counts.js';
import type { IsoDate } from '../platform/dates.js';
import type { Assigned } from './assigned-completion.js';
import type { CourseShare } from './course-share.queries.js';
import type { Occurred } from './happened/happened.queries.js';
import type { PeriodChoice } from './period/choice.js';
import type { Stretches } from './period/stretches.js';
import type { NamedPlace, Row } from './table/rows.js';

export interface PlaceFacts<P extends NamedPlace = NamedPlace> {
  today: IsoDate;
  /** The day whose tree is shown; null for today's. */
  asOf: IsoDate | null;
  choice: PeriodChoice;
  stretches: Stretches;
  rows: Row<P>[];
  /** Everything together over the weeks of the page: the sum of the areas, weighted by responses. */
  now: Counts;
  easeChange: MarkedDifference | null;
  emotionChange: MarkedDifference | null;
  assigned: Assigned;
  completion: CourseShare;
  /** Everything together, week by week. */
  series: WeekCounts[];
  /** Units whose past answers are still on their way to the areas where they stood: figures of areas are not final. */
  unitsMoving: number;
  /** Courses that came out and changes at units within the weeks of the line over time. */
  happened: Occurred[];
  /** Themed weeks of whenever. */
  campaigns: CampaignRow[];
}
