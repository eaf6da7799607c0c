/** "What supports this": only what the findings carry, one sentence each. */
import { msg, t } from '../../platform/language/t.js';
import { sayFullDate } from '../../platform/say.js';
import { excludesZero } from '../../statistics/interval.js';
import type { StudyFindings, WeekSince } from './findings.js';
import type { Judged } from './judged.js';
import { sayEffect, sayP, unitWord } from './say-points.js';
import type { Verdict } from './verdict.js';

/** Nothing supports what is not given: then there are none. */
export function supports(result: Judged): string[] {
  const { findings, verdict } = result;
  if (verdict.effect === null) return [];
  return [
    ...(findings.byLot ? [t('Areas were drawn by lot, so chance alone decided who had the training when.')] : []),
    ...(verdict.effect.by === 'lots' ? [amongLots(findings.permutation!)] : []),
    ...movedTogether(findings, verdict),
    ...startsAfter(findings, verdict),
    ...beganApart(result),
    ...nothingWhereNothingHappened(findings),
  ];
}

/** How many other draws of the lot gave as much: p is (1 + as many) / (1 + draws). */
function amongLots({ draws, p }: NonNullable<StudyFindings['permutation']>): string {
  return t(
    '{asFar, plural, =0 {None of {draws} other draws of the lot gives} one {# of {draws} other draws of the lot gives} other {# of {draws} other draws of the lot give}} a difference as large ({p}).',
    { asFar: Math.round(p * (draws + 1)) - 1, draws: String(draws), p: sayP(p) },
  );
}

function movedTogether({ leads }: StudyFindings, { checks }: Verdict): string[] {
  if (leads === null || checks.leads !== 'passed') return [];
  return [
    t(
      '{weeks, plural, one {In the week before the training both groups moved together} other {In the # weeks before the training both groups moved together}}: no clear difference between them ({p}).',
      { weeks: leads.weeks, p: sayP(leads.p) },
    ),
  ];
}

/** Fewer weeks before the start show too little to say that none was different. */
const FEWEST_BEFORE = 4;

function startsAfter({ weeksSince }: StudyFindings, { kind, better }: Verdict): string[] {
  const before = weeksSince.filter(({ week }) => week < 0);
  const first = weeksSince.find((one) => one.week >= 0 && shows(one, better));
  if (kind === 'notClear' || before.length < FEWEST_BEFORE || before.some(excludesZero) || !first) return [];
  return [
    t(
      'No week before the training was clearly different. The difference shows from {week, plural, =0 {the week of the training} one {# week after it} other {# weeks after it}} on.',
      { week: first.week },
    ),
  ];
}

/** Whether a week is clearly different in the direction of the answer. */
const shows = ({ low, high }: WeekSince, better: boolean): boolean => (better ? low > 0 : high < 0);

/** From so many on, starts are spread widely enough for no single week to look like the training. */
const FEWEST_STARTS = 3;

function beganApart({ study, findings, verdict }: Judged): string[] {
  const { starts, firstStart, lastStart } = findings.panel;
  if (verdict.kind === 'notClear' || starts < FEWEST_STARTS || firstStart === null || lastStart === null) return [];
  const values = {
    kind: unitWord(study),
    starts: String(starts),
    first: sayFullDate(firstStart),
    last: sayFullDate(lastStart),
  };
  return [t(BEGAN_APART, values)];
}

const BEGAN_APART = msg(
  '{kind, select, branch {Branches} paymentPoint {Payment points} other {Units}} began on {starts} different dates, from {first} to {last}, so nothing that happened in a single week explains it.',
);

function nothingWhereNothingHappened({ placebos }: StudyFindings): string[] {
  return placebos
    .filter(({ effect }) => !excludesZero(effect))
    .map(({ weeks, effect }) =>
      t('Nothing shows where nothing had happened: with the start moved back {weeks} weeks it comes to {effect}.', {
        weeks: String(weeks),
        effect: sayEffect(effect),
      }),
    );
}
