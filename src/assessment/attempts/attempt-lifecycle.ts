import { RuleBroken } from '../../platform/errors.js';
import { msg, t } from '../../platform/language/t.js';

/** Where a step leads, or why it cannot be taken, said to the learner. */
type Move<State> = { to: State } | { refuse: string };

type Table<State extends string, Step extends string> = Record<State, Record<Step, Move<State>>>;

export type AttemptState = 'open' | 'handedIn';
export type AttemptStep = 'answer' | 'handIn';

const STAYS = msg('You’ve handed this quiz in, so its answers stay as they were.');

/** Leaving never hands in; only the learner does. Handing in twice is handing in once. */
export const ATTEMPT: Table<AttemptState, AttemptStep> = {
  open: { answer: { to: 'open' }, handIn: { to: 'handedIn' } },
  handedIn: { answer: { refuse: STAYS }, handIn: { to: 'handedIn' } },
};

export type ResponseState = 'blank' | 'held' | 'checked';
export type ResponseStep = 'answer' | 'check';

const CHECKED = msg('You’ve already checked this one, so your first answer stays.');

/** An answer may change until it is checked: after that the right one has been seen. Checking twice is checking once. */
export const RESPONSE: Table<ResponseState, ResponseStep> = {
  blank: { answer: { to: 'held' }, check: { refuse: msg('Choose an answer first.') } },
  held: { answer: { to: 'held' }, check: { to: 'checked' } },
  checked: { answer: { refuse: CHECKED }, check: { to: 'checked' } },
};

/** @throws RuleBroken with the sentence of the table when the step cannot be taken from here. */
export function take<State extends string, Step extends string>(
  table: Table<State, Step>,
  from: State,
  step: Step,
): State {
  const move = table[from][step];
  if ('refuse' in move) throw new RuleBroken(t(move.refuse));
  return move.to;
}
