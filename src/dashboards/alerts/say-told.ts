/** What was told of one place, in a sentence. */
import { sayPeriod } from '../../feedback/custom-metrics/grain.js';
import { addDays, type IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate, sayScore } from '../../platform/say.js';
import type { Condition } from './alert.js';
import { kindOf, type MeasureKind } from './measure.js';
import { sayMeasure } from './say-condition.js';
import { saySubjectValue, type Subject } from './subject.js';
import type { Figures } from './told.js';

type Of = Figures & { condition: Condition; subject: Subject | null; start: IsoDate; week: string };

/** 'Ease 67.8 (60.6 to 74.2) on 180 answers in four weeks to 7 February 2027, 14.3 points less than before.' */
export function sayTold(
  condition: Condition,
  { value, low, high, n, change, week }: Figures & { week: IsoDate },
  subject: Subject | null,
): string {
  const of = { value, low, high, n, change, condition, subject, start: week, week: sayFullDate(addDays(week, 6)) };
  return SAY[kindOf(condition.measure)](of);
}

const SAY: Record<MeasureKind, (of: Of) => string> = {
  asked: sayScores,
  responses: ({ n, week }) =>
    t(
      '{n, plural, =0 {Nobody answered} one {One customer answered} other {# customers answered}} in the week to {week}.',
      { n, week },
    ),
  funnel: ({ value, n, week }) =>
    t('Ease {value} on {n, plural, other {# answers}}, as of the week to {week}.', { value: sayScore(value), n, week }),
  completion: ({ value, n }) =>
    t('{done} of {n} finished ({value}%).', { done: finished(value, n), n, value: Math.round(value) }),
  course: ({ value, n }) =>
    t('{done} of {n} colleagues have finished it ({value}%).', {
      done: finished(value, n),
      n,
      value: Math.round(value),
    }),
  theme: ({ n, week }) =>
    t('{n, plural, one {# comment speaks of it} other {# comments speak of it}} in the week to {week}.', { n, week }),
  rising: ({ value, n, change, week }) =>
    t(
      '{value}% of {n, plural, other {# comments}} in four weeks to {week}, {points} points more than in the 13 weeks before.',
      { value: sayScore(value), n, week, points: sayScore(change ?? 0) },
    ),
  number: ({ value, subject, start }) =>
    t('{period}: {value}.', {
      period: sayPeriod(subject?.number?.grain ?? 'week', start),
      value: saySubjectValue(subject, value),
    }),
};

const finished = (percent: number, n: number) => Math.round((percent / 100) * n);

function sayScores({ condition, subject, value, low, high, n, change, week }: Of): string {
  const said = {
    measure: sayMeasure(condition.measure, subject),
    value: sayScore(value),
    low: sayScore(low ?? value),
    high: sayScore(high ?? value),
    n,
    week,
  };
  if (change === null)
    return t('{measure} {value} ({low} to {high}) on {n, plural, other {# answers}} in four weeks to {week}.', said);
  return t(
    '{measure} {value} ({low} to {high}) on {n, plural, other {# answers}} in four weeks to {week}, {points} points less than in the 13 weeks before.',
    { ...said, points: sayScore(-change) },
  );
}
