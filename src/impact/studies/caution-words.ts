/** "Read with care": what speaks against leaning on the answer, or limits it; one sentence each, the weightiest first. */
import { addDays, daysBetween, type IsoDate } from '../../platform/dates.js';
import { msg, t } from '../../platform/language/t.js';
import { sayFullDate } from '../../platform/say.js';
import { excludesZero } from '../../statistics/interval.js';
import { LEAST_CLUSTERS } from '../../statistics/panel/imputation.js';
import { WEEKS_BACK } from '../../statistics/start-placebos.js';
import { WEEKS_BETWEEN_LOOKS } from './due.js';
import type { StudyFindings } from './findings.js';
import type { Judged } from './judged.js';
import { sayClusters, sayEffect, sayP, sayUnits, unitWord } from './say-points.js';

/** None while there is no answer: what is missing is said instead. */
export function cautions(result: Judged): string[] {
  const { verdict } = result;
  if (verdict.kind === 'notEnough') return [];
  if (verdict.kind === 'beforeAndAfterOnly') return [t(NOBODY_BESIDE), ...leftOut(result), ...looks(result)];
  return [
    ...(verdict.checks.leads === 'failed' ? moved(result) : []),
    ...unchecked(result),
    ...chosen(result),
    ...fewClusters(result),
    ...leftOut(result),
    ...looks(result),
  ];
}

const NOBODY_BESIDE = msg(
  'Nobody is there to compare with, so whatever else changed in these weeks is in the figure too.',
);

/** With a headline withheld for what happened before: the two other figures, and why neither is one. */
function moved({ study, findings }: Judged): string[] {
  const { leads, donut, matched, byLot } = findings;
  const kind = unitWord(study);
  return [
    t(MOVED, { kind, p: sayP(leads!.p) }),
    ...(byLot ? [t('In spite of a lot that happens by chance in one study of twenty.')] : []),
    ...(donut ? [t(DONUT, { effect: sayEffect(donut) })] : []),
    ...(matched ? [t(MATCHED, { kind, effect: sayEffect(matched) })] : []),
  ];
}

const MOVED = msg(
  'Scores of {kind, select, branch {branches} paymentPoint {payment points} other {units}} that trained had already left those of the others in the weeks before ({p}).',
);
const DONUT = msg(
  'With the four weeks before the training left out, the difference is {effect}. It is no headline: who was moving before may just have moved on.',
);
const MATCHED = msg(
  'Beside {kind, select, branch {branches} paymentPoint {payment points} other {units}} without the training that had scored alike before, it is {effect}. It is no headline: they may differ in what no score shows.',
);

/** Checks that failed or could not be made. */
function unchecked({ findings, verdict }: Judged): string[] {
  const { placebos } = findings;
  const failed = placebos.filter(({ effect }) => excludesZero(effect));
  const missing = WEEKS_BACK.filter((back) => placebos.every(({ weeks }) => weeks !== back));
  return [
    ...(verdict.checks.leads === 'unknown' ? [t(UNTESTED)] : []),
    ...failed.map(({ weeks, effect }) =>
      t(findings.byLot ? SHOWS_BY_LOT : SHOWS, { weeks: String(weeks), effect: sayEffect(effect) }),
    ),
    ...missing.map((weeks) => t(UNTRIED, { weeks: String(weeks) })),
  ];
}

const UNTESTED = msg('It could not be tested whether both groups moved together before the training.');
const SHOWS = msg(
  'With the start moved back {weeks} weeks, where nothing had happened, it comes to {effect}: something other than the training is in it.',
);
const SHOWS_BY_LOT = msg(
  'With the start moved back {weeks} weeks, where nothing had happened, it comes to {effect}. By lot that is chance, and as much of it may be in the answer.',
);
const UNTRIED = msg(
  'There is too little from before the training to see what comes out with the start moved back {weeks} weeks.',
);

/** How units came to be trained. */
function chosen({ study, findings }: Judged): string[] {
  return findings.byLot
    ? [t('It is about being asked: those who were asked and have not finished count too.')]
    : [t(MANAGERS_CHOSE, { kind: unitWord(study) })];
}

const MANAGERS_CHOSE = msg(
  'Managers chose who trained first. Keener {kind, select, branch {branches} paymentPoint {payment points} other {units}} may have improved anyway.',
);

/** With few clusters errors by cluster come out too small; lots have no such limit. */
function fewClusters({ study, findings, verdict }: Judged): string[] {
  const clusters = findings.effect?.clusters ?? LEAST_CLUSTERS;
  if (clusters >= LEAST_CLUSTERS || verdict.effect?.by === 'lots') return [];
  const values = { clusters: sayClusters(study, clusters), least: String(LEAST_CLUSTERS) };
  return [t('Only {clusters} had the training. With fewer than {least} the range may be too narrow.', values)];
}

/** Units and weeks that say little, or nothing. */
function leftOut({ study, findings }: Judged): string[] {
  const { thin, always } = findings.panel;
  const dropped = droppedOf(findings);
  return [
    ...(thin > 0 ? [t(THIN, { n: thin, units: sayUnits(study, thin) })] : []),
    ...(always > 0 ? [t(ALWAYS, { n: always, units: sayUnits(study, always) })] : []),
    ...(dropped > 0 ? [t(DROPPED, { n: dropped })] : []),
  ];
}

const droppedOf = ({ effect }: StudyFindings): number => effect?.dropped ?? 0;

const THIN = msg(
  '{n, plural, one {{units} has} other {{units} have}} fewer than 30 answers before the start or since. They are counted, and swing by chance.',
);
const ALWAYS = msg(
  '{n, plural, one {{units} was} other {{units} were}} trained all along and left out: nothing is known from before.',
);
const DROPPED = msg(
  '{n, plural, one {# week of a trained unit is} other {# weeks of trained units are}} left out: nobody without the training was left to say what they would have been.',
);

/** A quarter: fewer weeks say little of what lasts. */
const FEW_WEEKS = 13;

function looks({ study, findings, closedTo, looks: many }: Judged): string[] {
  const { firstStart } = findings.panel;
  const weeks = firstStart === null ? FEW_WEEKS : Math.floor(daysBetween(firstStart, closedTo) / 7) + 1;
  const again = nextLook(study.weeks.to, closedTo);
  return [
    ...(weeks < FEW_WEEKS ? [t(SHORT, { weeks: Math.max(0, weeks) })] : []),
    ...(again ? [t('It will be worked out again from {date}.', { date: sayFullDate(again) })] : []),
    ...(many > 1 ? [t(LOOKED_BEFORE, { n: String(many) })] : []),
  ];
}

const SHORT = msg(
  '{weeks, plural, one {One week since the first start is not long.} other {# weeks since the first start are not long.}}',
);
const LOOKED_BEFORE = msg(
  'This is look number {n}. Each look at data that still come in is one more chance to be fooled by them.',
);

/** The Monday from which on it is due again by itself (due.ts); null when its weeks are over. */
function nextLook(lastWeek: IsoDate, closedTo: IsoDate): IsoDate | null {
  if (closedTo >= lastWeek) return null;
  const until = addDays(closedTo, 7 * WEEKS_BETWEEN_LOOKS);
  return addDays(until < lastWeek ? until : lastWeek, 7);
}
