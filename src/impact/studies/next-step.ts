/**
 * What to do next, by rule (product/impact.md, "Page"). Never "where scores are lowest": low scores rise by themselves, and
 * the next study could not tell that from the training.
 */
import { msg, t } from '../../platform/language/t.js';
import { sayFullDate, saySigned } from '../../platform/say.js';
import type { Judged } from './judged.js';
import { sayUnits, unitWord } from './say-points.js';

/**
 * - `wait`: there will be enough data on a day.
 * - `askDifferently`: it will never come to enough as it was asked.
 * - `stopAssigning`: scores were lower; look at the course first.
 * - `everybodyHasIt`: nobody is left to be asked.
 * - `spendElsewhere`: dealt by lot, and no effect worth having fits the data.
 * - `keepToTheLot`: waves are still to come, and will make it clearer.
 * - `assignInWaves`: give it to the rest in two random waves.
 */
export type NextRule =
  'wait' | 'askDifferently' | 'stopAssigning' | 'everybodyHasIt' | 'spendElsewhere' | 'keepToTheLot' | 'assignInWaves';

export interface NextStep {
  rule: NextRule;
  sentence: string;
  /** What to know before doing it, or something else. */
  notes: string[];
}

/** An effect of less than a point either way is not worth the hour it takes. */
const WORTH_POINTS = 1;

export function nextStep(result: Judged): NextStep {
  const rule = ruleFor(result);
  return { rule, sentence: SENTENCES[rule](result), notes: notesOf(rule, result) };
}

function ruleFor({ study, findings, verdict, closedTo }: Judged): NextRule {
  const { kind, better, effect } = verdict;
  if (kind === 'notEnough') return findings.notEnough?.enoughOn ? 'wait' : 'askDifferently';
  if ((kind === 'clear' || kind === 'association') && !better) return 'stopAssigning';
  if (findings.panel.untrained === 0) return 'everybodyHasIt';
  if (kind === 'notClear' && findings.byLot) {
    if (Math.max(-effect!.low, effect!.high) < WORTH_POINTS) return 'spendElsewhere';
    if (closedTo < study.weeks.to) return 'keepToTheLot';
  }
  return 'assignInWaves';
}

const SENTENCES: Record<NextRule, (result: Judged) => string> = {
  wait: ({ findings }) =>
    t('Wait until {date}. A look before then would show little but chance.', {
      date: sayFullDate(findings.notEnough!.enoughOn!),
    }),
  askDifferently: () =>
    t(
      'Ask again with more units, more weeks or another outcome, or give the training in random waves, so that there is somebody to compare with.',
    ),
  stopAssigning: ({ study }) => t(STOP, { kind: unitWord(study) }),
  everybodyHasIt: () =>
    t('Nobody is left to be asked. Give the next training to areas in random waves: then its answer is grade A.'),
  spendElsewhere: ({ verdict }) =>
    t('The time may as well go elsewhere: effects below {low} or above {high} points do not fit the data.', {
      low: saySigned(verdict.effect!.low),
      high: saySigned(verdict.effect!.high),
    }),
  keepToTheLot: () => t('Keep to the waves as they were drawn: each week more makes the answer clearer.'),
  assignInWaves: ({ study, findings: { panel } }) =>
    t(WAVES, { n: panel.untrained, units: sayUnits(study, panel.untrained) }),
};

const STOP = msg(
  'Do not assign it to more {kind, select, branch {branches} paymentPoint {payment points} other {units}} for now. Look at the course first, with people who took it.',
);
const WAVES = msg(
  '{n, plural, one {{units} has not trained yet.} other {{units} have not trained yet.}} Assign it to the rest in two random waves: then chance decides who comes first, and the next answer is grade A.',
);

function notesOf(rule: NextRule, { findings, verdict, study, closedTo }: Judged): string[] {
  const open = findings.byLot && closedTo < study.weeks.to;
  if (rule === 'stopAssigning') return open ? [t('Waves that have not begun yet can be stopped in their plan.')] : [];
  if (rule === 'keepToTheLot') return [t(TO_ALL)];
  if (rule !== 'assignInWaves') return [];
  return [
    t(TO_ALL),
    t('Do not choose by score: low scores rise by themselves, and nobody could tell that from the training.'),
    ...(open && verdict.kind === 'clear' ? [t('Waves that were drawn already begin by themselves.')] : []),
  ];
}

const TO_ALL = msg('Assigned to all now, the comparison ends: nobody will be able to say later what it did.');
