/** The study that a plan registers, before its first wave begins. */
import { addDays, type IsoDate } from '../../platform/dates.js';
import { THRESHOLD } from '../panel/treated-from.js';
import type { StudyDraft } from '../studies/studies.queries.js';
import { titleFor, WEEKS_AFTER, WEEKS_BEFORE } from '../studies/study-draft.js';
import type { DrawnPlan, PlanChoice } from './wave-plan.js';

/** The Monday of each wave. */
export function mondaysOf({
  firstMonday,
  waves,
  weeksBetween,
}: Pick<PlanChoice, 'firstMonday' | 'waves' | 'weeksBetween'>): IsoDate[] {
  return Array.from({ length: waves }, (_, wave) => addDays(firstMonday, 7 * weeksBetween * wave));
}

/**
 * From a year before the first wave to half a year from the last one on. Areas were dealt, so areas are the clusters;
 * the threshold says nothing with a lot.
 */
export function studyOf(wavePlanId: number, drawn: DrawnPlan, course: string): StudyDraft {
  const mondays = mondaysOf(drawn);
  const { courseId, metric, kinds, regionIds } = drawn;
  return {
    ...{ title: titleFor(course, 1), campaignId: null, courseIds: [courseId], metric, kinds, regionIds, wavePlanId },
    ...{ threshold: THRESHOLD, weighting: 'answers', clusterLevel: 'area' },
    weeks: { from: addDays(mondays[0]!, -7 * WEEKS_BEFORE), to: addDays(mondays.at(-1)!, 7 * WEEKS_AFTER) },
  };
}
