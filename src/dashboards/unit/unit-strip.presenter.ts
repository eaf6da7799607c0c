import { answersOf } from '../../feedback/metrics/score.js';
import { msg, t } from '../../platform/language/t.js';
import { sayNumber, sayScore, saySigned } from '../../platform/say.js';
import { assignedFact, courseFact, fact, sayFromTo } from '../fact-strip.presenter.js';
import type { NumberLinks } from '../number-links.js';
import type { PeriodChoice } from '../period/choice.js';
import { sayInterval } from '../say-change.js';
import type { UnitFacts } from './unit-facts.js';

const NOT_TOLD = {
  tooFew: msg('Shown where it is about five colleagues or more, so that nobody stands out'),
  todayOnly: msg('Shown for today only, so that nobody stands out'),
};

/** The four figures of a unit, each with its interval and its answers. */
export function unitStrip({ standing, assigned, courseCompletion, choice, told }: UnitFacts, links: NumberLinks) {
  const sum = (of: (course: UnitFacts['courseCompletion'][number]) => number) =>
    courseCompletion.reduce((total, course) => total + of(course), 0);
  const share = {
    done: sum(({ done }) => done),
    possible: sum(({ inPost }) => inPost),
    courses: courseCompletion.length,
    inPost: courseCompletion[0]?.inPost ?? 0,
  };
  return [
    told.assigned === 'told'
      ? assignedFact(assigned, links.assigned)
      : fact(t('Assigned completion'), null, t(NOT_TOLD[told.assigned])),
    told.team === 'told'
      ? courseFact(share, links.courses)
      : fact(t('Course completion'), null, t(NOT_TOLD[told.team])),
    easeFact(standing, choice, links.ease),
    emotionFact(standing, choice, links.emotion),
  ];
}

function easeFact({ ease, period, counts }: UnitFacts['standing'], choice: PeriodChoice, path: string | null) {
  if (!ease) return fact(t('Ease score'), null, tooFew(counts.ease.n, choice));
  const values = { range: sayInterval(ease), n: ease.n, weeks: period, mean: sayNumber(ease.mean, 1) };
  return fact(
    t('Ease score'),
    sayScore(ease.value),
    t(
      '{range} on {n, plural, one {# answer} other {# answers}}, {weeks, plural, one {# week} other {# weeks}}. Mean {mean} of 5',
      values,
    ),
    path,
  );
}

function emotionFact({ emotion, counts }: UnitFacts['standing'], choice: PeriodChoice, path: string | null) {
  if (!emotion) return fact(t('Net emotion'), null, tooFew(answersOf(counts.emotion), choice));
  const range = sayFromTo(saySigned(emotion.net.low, 0), saySigned(emotion.net.high, 0));
  return fact(
    t('Net emotion'),
    saySigned(emotion.net.value, 0),
    t('{range} on {n, plural, one {# answer} other {# answers}}', { range, n: emotion.n }),
    path,
  );
}

const tooFew = (n: number, { span }: PeriodChoice) =>
  span === null
    ? t('Too few yet: {n, plural, one {# answer} other {# answers}} in a year', { n })
    : t('Too few: {n, plural, one {# answer} other {# answers}} in these weeks', { n });
