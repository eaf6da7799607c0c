/** What an undo does, or has done so far: how many answers came to which end. */
import { t } from '../../platform/language/t.js';
import { type Outcome, OUTCOMES } from './without-imports.js';

export type UndoTally = Record<Outcome, number>;

export const NOTHING_UNDONE: UndoTally = { gone: 0, back: 0, later: 0, unknown: 0 };

export function addOutcomes(tally: UndoTally, outcomes: readonly Outcome[]): UndoTally {
  const times = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length;
  return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, tally[outcome] + times(outcome)])) as UndoTally;
}

export function inAll(tally: UndoTally): number {
  return OUTCOMES.reduce((sum, outcome) => sum + tally[outcome], 0);
}

/** What undoing would do, a sentence for each end; those that no answer comes to are left out. */
export function sayPlanned({ gone, back, later, unknown }: UndoTally): string[] {
  return said([
    [
      gone,
      t('{n, plural, one {# answer that came with it goes.} other {# answers that came with it go.}}', { n: gone }),
    ],
    [
      back,
      t(
        '{n, plural, one {# answer that it corrected gets its old values back.} other {# answers that it corrected get their old values back.}}',
        { n: back },
      ),
    ],
    [
      later,
      t(
        '{n, plural, one {# answer stays as a later import has it.} other {# answers stay as later imports have them.}}',
        { n: later },
      ),
    ],
    [
      unknown,
      t(
        '{n, plural, one {# answer stays as it was corrected: what it said before has been deleted since its time was over.} other {# answers stay as they were corrected: what they said before has been deleted since its time was over.}}',
        { n: unknown },
      ),
    ],
  ]);
}

/** What it has done. */
export function sayUndone({ gone, back, later, unknown }: UndoTally): string[] {
  return said([
    [gone, t('{n, plural, one {# answer has gone.} other {# answers have gone.}}', { n: gone })],
    [
      back,
      t('{n, plural, one {# answer has its old values again.} other {# answers have their old values again.}}', {
        n: back,
      }),
    ],
    [
      later,
      t(
        '{n, plural, one {# answer stayed as a later import has it.} other {# answers stayed as later imports have them.}}',
        { n: later },
      ),
    ],
    [
      unknown,
      t(
        '{n, plural, one {# answer stayed as it was corrected: what it said before had been deleted since its time was over.} other {# answers stayed as they were corrected: what they said before had been deleted since its time was over.}}',
        { n: unknown },
      ),
    ],
  ]);
}

const said = (sentences: readonly [number, string][]) =>
  sentences.filter(([n]) => n > 0).map(([, sentence]) => sentence);
