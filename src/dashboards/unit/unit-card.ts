/** What stands first on a unit's page when customers' scores clearly fell or one driver is clearly weakest. */
import { newAssignmentPath } from '../../assignments/paths.js';
import type { MarkedDifference } from '../../feedback/metrics/change.js';
import { DRIVER_NAMES } from '../../platform/drivers.js';
import { t } from '../../platform/language/t.js';
import { sayScore, saySigned } from '../../platform/say.js';
import { driverToWorkOn, isSlipping } from '../../feedback/metrics/standing.js';
import { inTheirWords } from '../in-their-words.js';
import type { PeriodChoice } from '../period/choice.js';
import { courseFor } from '../recommended-course.js';
import type { UnitFacts } from './unit-facts.js';

export function unitCard(facts: UnitFacts, mayAssign: boolean) {
  const { unit, standing, courses } = facts;
  const driver = driverToWorkOn(standing);
  const slipping = isSlipping(standing);
  if (!driver && !slipping) return null;
  const values = { driver: driver ? t(DRIVER_NAMES[driver]) : t('Ease') };
  const course = courseFor(driver, courses);
  return {
    id: 'do-attention',
    title: slipping ? t('{driver} is slipping', values) : t('{driver} is the weak spot', values),
    text: slipping && standing.change ? cause(facts, standing.change) : weakness(facts.choice),
    driver,
    icon: 'warn',
    action:
      mayAssign && course
        ? {
            text: t('Assign ‘{course}’', { course: course.title }),
            path: newAssignmentPath({ units: [unit.code], course: course.slug }),
          }
        : null,
  };
}

/** How far ease fell, and what customers say of it where the weeks are the latest. */
function cause({ choice, stretches, lastWeek, comments }: UnitFacts, { value, low, high }: MarkedDifference): string {
  const values = { points: sayScore(-value), low: saySigned(low), high: saySigned(high) };
  const usual = (choice.span === null || choice.span === 4) && choice.against === 'before';
  const fell = usual
    ? t(
        'Ease is {points} points lower in the last four weeks than in the 13 before (95% interval {low} to {high}).',
        values,
      )
    : t(
        'Ease is {points} points lower in these weeks than in those they are compared with (95% interval {low} to {high}).',
        values,
      );
  const said = stretches.now.to === lastWeek ? inTheirWords(comments, stretches.now.from) : null;
  return said ? `${fell} ${said}` : fell;
}

function weakness({ span }: PeriodChoice): string {
  return span === null
    ? t('It is clearly below the other five drivers over the last year.')
    : t('It is clearly below the other five drivers over these weeks.');
}
