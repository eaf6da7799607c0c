import type { Weeks } from '../../feedback/metrics/period.js';
import type { UnitKind } from '../../network/imports/codes.js';
import type { Metric } from '../link-choice.js';
import type { Weighting } from '../panel/study-panel.js';

/** The level at which training was assigned: rows of the same one go together when errors are worked out. */
export const CLUSTER_LEVELS = ['unit', 'area'] as const;
export type ClusterLevel = (typeof CLUSTER_LEVELS)[number];

/**
 * Everything that is fixed before anybody looks (product/impact.md, "A study"). Once registered it is never changed; another
 * question is another study.
 */
export interface StudyDesign {
  /** A unit is trained when enough of its people hold all of these. */
  courseIds: readonly number[];
  /** The one primary outcome. */
  metric: Metric;
  /** The share of people, 0 to 1, at which a unit counts as trained; of no meaning with a lot. */
  threshold: number;
  weighting: Weighting;
  clusterLevel: ClusterLevel;
  kinds: readonly UnitKind[];
  /** Null for all. */
  regionIds: readonly number[] | null;
  weeks: Weeks;
  /** The lot that decided who was trained when; units count as trained from the Monday of their wave. Null when nobody drew lots. */
  wavePlanId: number | null;
}

/** A study as it was registered. */
export interface Study extends StudyDesign {
  id: number;
  title: string;
  /** The campaign whose courses these are, if it is about one. */
  campaign: { slug: string; title: string } | null;
  courses: { slug: string; title: string }[];
  registeredBy: string | null;
  registeredAt: Date;
}
