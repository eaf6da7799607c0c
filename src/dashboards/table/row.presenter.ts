import type { CourseCard } from '../../courses/course-version.js';
import { newAssignmentPath } from '../../assignments/paths.js';
import { type Weeks, weeksUpTo } from '../../feedback/metrics/period.js';
import { FEWEST_FOR_A_SCORE } from '../../feedback/metrics/score.js';
import { responsesPath } from '../../feedback/paths.js';
import { completionBar } from '../../platform/charts/completion-bar.js';
import { emotionBar, type EmotionExtent } from '../../platform/charts/emotion-bar.js';
import { sparkline } from '../../platform/charts/sparkline.js';
import { DRIVER_NAMES } from '../../platform/drivers.js';
import { t } from '../../platform/language/t.js';
import { sayNumber, sayPercent, sayScore } from '../../platform/say.js';
import { COMPLETION_TARGET, isBehind, shareFinished } from '../assigned-completion.js';
import { driverToWorkOn, type Standing } from '../../feedback/metrics/standing.js';
import { sayStay, standsThere } from '../as-of/as-of.js';
import { teamPath } from '../paths.js';
import type { PeriodChoice } from '../period/choice.js';
import { courseFor } from '../recommended-course.js';
import { sayInterval } from '../say-change.js';
import { type FigureColumn, figureOf } from './figures.presenter.js';
import type { Branch, Row } from './rows.js';

export interface RowContext {
  /** Of all rows of the table, so that their emotion bars compare. */
  extent: EmotionExtent;
  period: PeriodChoice;
  /** The weeks that the page is about. */
  now: Weeks;
  pathOf(code: string): string;
}

/** One row of the `unit-table` partial for any place; what to do next is said of units. */
export function placeRow(row: Row, context: RowContext) {
  const { code, name, stay } = row.place;
  const path = stay?.reached === false ? null : context.pathOf(code);
  const { standing } = row;
  const driver = driverToWorkOn(standing);
  return {
    code,
    name,
    path,
    stay: sayStay(stay),
    completion: completionOf(row),
    ease: easeOf(row, context.period),
    emotion: emotionOf(standing, context.extent),
    driver: driver ? { driver, name: DRIVER_NAMES[driver] } : null,
    why: whyNone(context.period),
    responses: sayNumber(standing.counts.responses),
    figure: (column: FigureColumn) => figureOf(row, column),
    behind: { responses: path, team: path },
    next: null as Next | null,
  };
}

interface Next {
  text: string;
  label: string;
  path: string;
  hidden: string;
}

/** The same for a unit, with the course for the driver to work on; where none is clear, who still has training to finish. */
export function unitRow(branch: Branch, courses: readonly CourseCard[], context: RowContext) {
  const printed = placeRow(branch, context);
  const { path } = printed;
  return {
    ...printed,
    behind: path === null ? printed.behind : behindUnit(branch, context),
    next: standsThere(branch.place) && path !== null ? nextOf(branch, courses) : null,
  };
}

/** The answers and the people behind the figures of a unit. */
function behindUnit({ place, standing }: Branch, { now }: RowContext) {
  return {
    responses: responsesPath(place.code, weeksUpTo(now.to, standing.period)),
    team: teamPath(place.code),
  };
}

export function whyNone({ span }: PeriodChoice): string {
  const n = FEWEST_FOR_A_SCORE;
  return span === null
    ? t('Too few yet: fewer than {n, plural, other {#}} answers in a year', { n })
    : t('Too few: fewer than {n, plural, other {#}} answers in these weeks', { n });
}

function completionOf({ assigned }: Row) {
  const share = shareFinished(assigned);
  if (share === null) return null;
  return {
    value: sayPercent(share),
    bar: completionBar({ share, target: COMPLETION_TARGET, low: isBehind(assigned) }),
  };
}

function easeOf({ standing, spark }: Row, period: PeriodChoice) {
  const { ease } = standing;
  if (!ease) return null;
  return {
    value: sayScore(ease.value),
    range: easeRange(standing, period),
    spark: spark.length > 0 ? sparkline({ values: spark }) : null,
    grey: ease.standing === 'tentative',
  };
}

/** '60.6 to 74.2, 4 weeks, slipping': a change is a word, and only where it is clear. */
function easeRange({ ease, period, change }: Standing, { span }: PeriodChoice): string {
  const values = { range: ease ? sayInterval(ease) : '', n: period };
  const points = sayScore(Math.abs(change?.value ?? 0));
  if (change?.mark === 'up')
    return t('{range}, {n, plural, one {# week} other {# weeks}}, up {points}', { ...values, points });
  if (change?.mark !== 'down') return t('{range}, {n, plural, one {# week} other {# weeks}}', values);
  return span === null
    ? t('{range}, {n, plural, one {# week} other {# weeks}}, slipping', values)
    : t('{range}, {n, plural, one {# week} other {# weeks}}, down {points}', { ...values, points });
}

function emotionOf({ emotion }: Standing, extent: EmotionExtent) {
  if (!emotion) return null;
  return {
    bar: emotionBar({ shares: emotion.shares, label: null, extent }),
    low: t('{share} unhappy', { share: sayPercent(emotion.negative) }),
    high: t('{share} happy', { share: sayPercent(emotion.positive) }),
  };
}

function nextOf({ place, standing, assigned }: Branch, courses: readonly CourseCard[]): Next | null {
  const course = courseFor(driverToWorkOn(standing), courses);
  if (course) {
    const path = newAssignmentPath({ units: [place.code], course: course.slug });
    const hidden = t('{course} to {place}', { course: course.title, place: place.name });
    return { text: course.title, label: t('Assign'), path, hidden: ` ${hidden}` };
  }
  if (!isBehind(assigned)) return null;
  return {
    text: t('{left} of {due} still to finish', { left: assigned.due - assigned.finished, due: assigned.due }),
    label: t('See who'),
    path: teamPath(place.code),
    hidden: ` ${t('at {place}', { place: place.name })}`,
  };
}
