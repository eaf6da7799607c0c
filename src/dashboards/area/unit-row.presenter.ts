import type { CourseCard } from '../../courses/course-version.js';
import { newAssignmentPath } from '../../assignments/paths.js';
import { FEWEST_FOR_A_SCORE } from '../../feedback/metrics/score.js';
import { unitPath } from '../../network/paths.js';
import { teamPath } from '../paths.js';
import { completionBar } from '../../platform/charts/completion-bar.js';
import { emotionBar, type EmotionExtent } from '../../platform/charts/emotion-bar.js';
import { sparkline } from '../../platform/charts/sparkline.js';
import { DRIVER_NAMES } from '../../platform/drivers.js';
import { sayNumber, sayPercent, sayScore } from '../../platform/say.js';
import { COMPLETION_TARGET, isBehind, shareFinished } from '../assigned-completion.js';
import { driverToWorkOn, isSlipping } from '../branch-standing.js';
import { courseFor } from '../recommended-course.js';
import { sayInterval } from '../say-change.js';
import type { Branch } from './branch-list.js';

type Figures = Pick<Branch, 'standing' | 'assigned' | 'spark'>;

/** One row of the `unit-table` partial. `extent` is that of all rows, so that their emotion bars compare. */
export function unitRow(branch: Branch, courses: readonly CourseCard[], extent: EmotionExtent) {
  const { code, name } = branch.unit;
  return { ...placeRow({ code, name, path: unitPath(code) }, branch, extent), next: nextOf(branch, courses) };
}

/** The same row for any place, without what to do next. */
export function placeRow(place: { code: string; name: string; path: string }, figures: Figures, extent: EmotionExtent) {
  const { standing } = figures;
  const driver = driverToWorkOn(standing);
  return {
    code: place.code,
    name: place.name,
    path: place.path,
    completion: completionOf(figures),
    ease: easeOf(figures),
    emotion: emotionOf(figures, extent),
    driver: driver ? { driver, name: DRIVER_NAMES[driver] } : null,
    why: `Too few yet: fewer than ${FEWEST_FOR_A_SCORE} answers in a year`,
    responses: sayNumber(standing.counts.responses),
  };
}

function completionOf({ assigned }: Figures) {
  const share = shareFinished(assigned);
  if (share === null) return null;
  return {
    value: sayPercent(share),
    bar: completionBar({ share, target: COMPLETION_TARGET, low: isBehind(assigned) }),
  };
}

function easeOf({ standing, spark }: Figures) {
  const { ease, period } = standing;
  if (!ease) return null;
  const range = `${sayInterval(ease)}, ${period} weeks`;
  return {
    value: sayScore(ease.value),
    range: isSlipping(standing) ? `${range}, slipping` : range,
    spark: spark.length > 0 ? sparkline({ values: spark }) : null,
    grey: ease.standing === 'tentative',
  };
}

function emotionOf({ standing }: Figures, extent: EmotionExtent) {
  const { emotion } = standing;
  if (!emotion) return null;
  return {
    bar: emotionBar({ shares: emotion.shares, label: null, extent }),
    low: `${sayPercent(emotion.negative)} unhappy`,
    high: `${sayPercent(emotion.positive)} happy`,
  };
}

/** A course for the driver to work on; where none is clear, a look at who still has training to finish. */
function nextOf({ unit, standing, assigned }: Branch, courses: readonly CourseCard[]) {
  const course = courseFor(driverToWorkOn(standing), courses);
  if (course) {
    const path = newAssignmentPath({ units: [unit.code], course: course.slug });
    return { text: course.title, label: 'Assign', path, hidden: ` ${course.title} to ${unit.name}` };
  }
  if (!isBehind(assigned)) return null;
  const left = assigned.due - assigned.finished;
  return {
    text: `${left} of ${assigned.due} still to finish`,
    label: 'See who',
    path: teamPath(unit.code),
    hidden: ` at ${unit.name}`,
  };
}
