import type { UnitKind } from '../../network/imports/codes.js';
import type { IsoDate } from '../../platform/dates.js';
import type { Metric } from '../link-choice.js';

/** What somebody wants: a course, given to the areas of some regions in waves by lot (product/impact.md, "Planner"). */
export interface PlanChoice {
  courseId: number;
  title: string;
  /** As those who are asked will read it. */
  reason: string;
  /** The one outcome of the study that comes with the plan. */
  metric: Metric;
  kinds: readonly UnitKind[];
  /** Null for all. */
  regionIds: readonly number[] | null;
  waves: number;
  /** Whether one more part of the areas never has it. */
  comparison: boolean;
  /** Monday of the first wave. */
  firstMonday: IsoDate;
  weeksBetween: number;
  /** From the Monday of a wave to the day on which it is due. */
  daysGiven: number;
}

/** An area and what the lot gave it. */
export interface DealtArea {
  areaId: number;
  stratum: number;
  /** From 0; null for the comparison. */
  wave: number | null;
  /** Those of the chosen kinds that are open on the day of the lot. */
  unitIds: readonly number[];
}

/** A choice with its lot: all that is stored, and all that is needed to store it. */
export interface DrawnPlan extends PlanChoice {
  /** Follows from the choice alone, so what was looked at is what is made. */
  seed: number;
  areas: readonly DealtArea[];
}
