/** What to know about a plan before it is made, in sentences. */
import { WEEKLY_BUDGET } from '../../assignments/assigning/weekly-budget.js';
import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayDate, sayList, sayNumber, sayPercent } from '../../platform/say.js';
import { FEWEST_UNITS } from '../../statistics/first-enough.js';
import { countUnits } from '../../network/say-units.js';
import type { Part } from './plan-parts.js';
import type { Preview } from './plan-preview.service.js';

const MOST_DAYS = 8;

/** Whom it would ask, and whom not. */
export function sayAsked({ audience, drawn }: Preview): string[] {
  const { willBeAsked, unitsAsked, onlyBranches, done, onLeave } = audience;
  if (willBeAsked === 0) return [t('Everybody there has finished it already, so there is nobody to ask.')];
  return [
    t(
      '{n, plural, one {# person would be asked, at {units}, as of today.} other {# people would be asked, at {units}, as of today.}}',
      {
        n: willBeAsked,
        units: countUnits(unitsAsked, onlyBranches),
      },
    ),
    ...(drawn.comparison ? [t('Nobody in the comparison is asked.')] : []),
    ...(done > 0
      ? [
          t(
            '{n, plural, one {# person has finished it already. That counts, so they’re not asked again.} other {# people have finished it already. That counts, so they’re not asked again.}}',
            { n: done },
          ),
        ]
      : []),
    ...(onLeave > 0
      ? [
          t(
            '{n, plural, one {# person is on long leave, so not asked.} other {# people are on long leave, so not asked.}}',
            { n: onLeave },
          ),
        ]
      : []),
  ];
}

/** What their weeks hold beside it. */
export function sayWeeks({ audience, aboveBudget, clashes }: Preview, today: IsoDate): string[] {
  if (audience.willBeAsked === 0) return [];
  const values = { n: aboveBudget, budget: String(WEEKLY_BUDGET) };
  const days = clashes.map(({ on }) => sayDate(on, today));
  const shown =
    days.length > MOST_DAYS
      ? [...days.slice(0, MOST_DAYS), t('{n} more', { n: sayNumber(days.length - MOST_DAYS) })]
      : days;
  return [
    aboveBudget === 0
      ? t('Asked today, nobody would go above {budget} minutes of learning a week.', values)
      : t(
          '{n, plural, one {Asked today, # person would go above {budget} minutes of learning a week.} other {Asked today, # people would go above {budget} minutes of learning a week.}}',
          values,
        ),
    ...(clashes.length > 0
      ? [
          t('{titles} runs in that time: {days}.', {
            titles: sayList([...new Set(clashes.map(({ title }) => title))]),
            days: sayList(shown),
          }),
        ]
      : []),
  ];
}

/** Where a lot can tell little or nothing. */
export const lotNotes = ({ parts }: Pick<Preview, 'parts'>): string[] => [...tooSmall(parts), ...heldAlready(parts)];

function tooSmall(parts: readonly Part[]): string[] {
  // When the last part gets it, nobody is left to compare with.
  const [trained, compared] = [total(parts.slice(0, -1), 'units'), total(parts.slice(1), 'units')];
  if (Math.min(trained, compared) >= FEWEST_UNITS) return [];
  return [
    t(
      'A study needs at least {least} units on each side. Here {trained} have it while others wait, and {compared} wait.',
      {
        least: String(FEWEST_UNITS),
        trained: sayNumber(trained),
        compared: sayNumber(compared),
      },
    ),
  ];
}

/** Below that it hardly changes what the study can see. */
const MANY = 0.1;

function heldAlready(parts: readonly Part[]): string[] {
  const share = total(parts, 'held') / total(parts, 'people');
  if (!(share >= MANY)) return [];
  return [
    t(
      '{share} of the people there hold it already. The lot changes nothing for them, so the difference that the study can find is so much smaller.',
      { share: sayPercent(share) },
    ),
  ];
}

const total = (parts: readonly Part[], which: 'units' | 'people' | 'held') =>
  parts.reduce((sum, part) => sum + part[which], 0);
