/**
 * What a study is answered with: sentences by rule from its verdict, never by hand (product/impact.md, "Wording"), for pages,
 * tiles, mails and exports. No sentence below grade B names a cause.
 */
import { addDays, londonDate } from '../../platform/dates.js';
import { inLanguage, LANGUAGES } from '../../platform/language/language.js';
import { msg, t } from '../../platform/language/t.js';
import { sayFullDate, sayNumber, sayPercent, saySigned } from '../../platform/say.js';
import { METRIC_NAMES, metricPhrase } from '../link-choice.js';
import { beforeAfterSentence } from './before-after-words.js';
import { cautions } from './caution-words.js';
import type { Judged } from './judged.js';
import { nextStep } from './next-step.js';
import { sayEnoughOn } from './say-not-enough.js';
import { sayInterval, unitWord } from './say-points.js';
import type { Study } from './study.js';
import { supports } from './support-words.js';
import { type Grade, isLimit, type ShownEffect } from './verdict.js';

/** A grade on a tag, and what it means in a sentence. Marked: said through `t`. */
export const GRADE_WORDS: Record<Grade, { name: string; explained: string }> = {
  A: {
    name: msg('Grade A, areas drawn by lot'),
    explained: msg('Chance alone decided who had the training when, so the groups differ by chance alone.'),
  },
  B: {
    name: msg('Grade B, not by lot, but the checks pass'),
    explained: msg(
      'Nobody drew lots. But both groups moved together before, and nothing shows where nothing happened.',
    ),
  },
  C: {
    name: msg('Grade C, association'),
    explained: msg('Something other than the training may set the two groups apart.'),
  },
  D: {
    name: msg('Grade D, before and after only'),
    explained: msg('Nobody to compare with: whatever else changed in these weeks is in it too.'),
  },
};

/** 'Grade C, association'; with a verdict of not enough there is none. */
export function sayGrade(grade: Grade | null): string {
  return grade === null ? t('No grade yet') : t(GRADE_WORDS[grade].name);
}

export function explainGrade(grade: Grade | null): string {
  return grade === null ? t('There is no answer yet that could be graded.') : t(GRADE_WORDS[grade].explained);
}

/** Everything that a result page says of a result, in the reader's language. */
export function studyWords(result: Judged) {
  const { study, findings, verdict } = result;
  return {
    question: questionOf(study),
    subline: sublineOf(result),
    headline: headlineOf(result),
    grade: sayGrade(verdict.grade),
    gradeExplained: explainGrade(verdict.grade),
    supports: supports(result),
    cautions: cautions(result),
    beforeAfter: findings.beforeAfter && beforeAfterSentence(study, findings.beforeAfter),
    next: nextStep(result),
  };
}

/** Its title as it was registered; where that is one the product makes up, in the reader's language. */
export function questionOf({ title, courses }: Study): string {
  const name = LANGUAGES.map((language) => inLanguage(language, () => nameIn(title))).find((found) => found !== null);
  if (name !== undefined) return ask(name);
  const several = () => askOfSeveral(courses.length);
  return LANGUAGES.some((language) => inLanguage(language, several) === title) ? several() : title;
}

const ask = (name: string) => t('Did ‘{name}’ make a difference?', { name });
const askOfSeveral = (n: number) =>
  t('{n, plural, one {Did this course make a difference?} other {Did these # courses make a difference?}}', { n });

/** What a title asks about; null when it is somebody's own. */
function nameIn(title: string): string | null {
  const [before = '', after = ''] = ask('\n').split('\n');
  const fits = title.startsWith(before) && title.endsWith(after) && title.length > before.length + after.length;
  return fits ? title.slice(before.length, title.length - after.length) : null;
}

/** 'Ease, 21 trained branches and 14 not yet trained, 5 October to 22 November 2026'. */
export function sublineOf({ study, findings, closedTo }: Judged): string {
  return t(SUBLINE, {
    kind: unitWord(study),
    metric: t(METRIC_NAMES[study.metric]),
    trained: findings.panel.trained,
    untrained: sayNumber(findings.panel.untrained),
    from: sayFullDate(study.weeks.from),
    to: sayFullDate(addDays(closedTo, 6)),
  });
}

const SUBLINE = msg(
  '{metric}, {kind, select, branch {{trained, plural, one {# trained branch} other {# trained branches}}} paymentPoint {{trained, plural, one {# trained payment point} other {# trained payment points}}} other {{trained, plural, one {# trained unit} other {# trained units}}}} and {untrained} not yet trained, {from} to {to}',
);

/** The answer in one sentence. */
export function headlineOf(result: Judged): string {
  const { study, findings, verdict } = result;
  switch (verdict.kind) {
    case 'notEnough':
      return t('Not enough data yet. {when}', { when: sayEnoughOn(findings.notEnough!, hasBegun(result)) });
    case 'beforeAndAfterOnly':
      return findings.beforeAfter
        ? beforeAfterSentence(study, findings.beforeAfter)
        : t('There is nobody to compare with, so no effect can be worked out.');
    case 'withheld':
      return verdict.checks.leads === 'failed'
        ? t(MOVED_BEFORE, { kind: unitWord(study) })
        : t('A difference shows where nothing had happened yet; we do not give an effect.');
    case 'notClear':
      return notClear(verdict.effect!, verdict.grade === 'C');
    case 'clear':
      return different(result, study.wavePlanId === null ? SAYS.reached : SAYS.asked);
    case 'association':
      return different(result, SAYS.association);
  }
}

const MOVED_BEFORE = msg(
  '{kind, select, branch {Branches} paymentPoint {Payment points} other {Units}} were already moving before the training; we do not give an effect.',
);

const SAYS = {
  reached: {
    higher: msg(
      '{kind, select, branch {Branches} paymentPoint {Payment points} other {Units}} that reached {threshold} scored {size} points higher on {metric} than we estimate they would have without ({range}).',
    ),
    lower: msg(
      '{kind, select, branch {Branches} paymentPoint {Payment points} other {Units}} that reached {threshold} scored {size} points lower on {metric} than we estimate they would have without ({range}).',
    ),
  },
  asked: {
    higher: msg(
      '{kind, select, branch {Branches} paymentPoint {Payment points} other {Units}} that were asked to train scored {size} points higher on {metric} than we estimate they would have without ({range}).',
    ),
    lower: msg(
      '{kind, select, branch {Branches} paymentPoint {Payment points} other {Units}} that were asked to train scored {size} points lower on {metric} than we estimate they would have without ({range}).',
    ),
  },
  association: {
    higher: msg(
      '{kind, select, branch {Branches} paymentPoint {Payment points} other {Units}} that reached {threshold} scored {size} points higher on {metric} than the others, seen from where each stood before ({range}). Not all checks pass, so it is an association.',
    ),
    lower: msg(
      '{kind, select, branch {Branches} paymentPoint {Payment points} other {Units}} that reached {threshold} scored {size} points lower on {metric} than the others, seen from where each stood before ({range}). Not all checks pass, so it is an association.',
    ),
  },
};

function different({ study, verdict }: Judged, says: { higher: string; lower: string }): string {
  const { estimate } = verdict.effect!;
  return t(verdict.better ? says.higher : says.lower, {
    kind: unitWord(study),
    threshold: sayPercent(study.threshold),
    size: sayNumber(Math.abs(estimate), 1),
    metric: metricPhrase(study.metric),
    range: sayInterval(verdict.effect!),
  });
}

function notClear({ low, high }: ShownEffect, association: boolean): string {
  const values = { low: saySigned(low), high: saySigned(high) };
  if (association) return t('No clear difference; differences between {low} and {high} points fit the data.', values);
  if (isLimit(low) && isLimit(high))
    return t('No clear change; effects between {low} and {high} points fit the data.', values);
  if (isLimit(low)) return t('No clear change; effects of {low} points and more fit the data.', values);
  return isLimit(high)
    ? t('No clear change; effects of {high} points and less fit the data.', values)
    : t('No clear change; with so few areas, effects of any size fit the data.');
}

/** Whether any of its weeks was closed by then. */
const hasBegun = ({ study, closedTo }: Judged): boolean => closedTo >= study.weeks.from;

/** 'Registered on 31 August 2026 by Nik Rowe.' */
export function registeredSentence({ registeredAt, registeredBy }: Study): string {
  const date = sayFullDate(londonDate(registeredAt));
  return registeredBy === null
    ? t('Registered on {date}.', { date })
    : t('Registered on {date} by {name}.', { date, name: registeredBy });
}
