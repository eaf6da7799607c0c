import type { Question } from '../../assessment/questions/question.js';
import type { Block } from '../../courses/blocks/block.js';
import type { DraftLesson } from '../../courses/studio/drafts/draft-content.js';
import { NotFound, RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { say, type Turn } from '../player/conversation.js';
import { type PreviewState, withChosen, withTurns } from './preview-state.js';

/** As much as an address holds; a conversation that goes round in circles is begun again. */
const MOST_TURNS = 40;

/**
 * A conversation in a preview after one more thing was said.
 * @param shown how many turns the page had shown
 * @throws RuleBroken when the page and the choice do not belong together any more; NotFound
 */
export function said(
  lesson: DraftLesson,
  key: string,
  state: PreviewState,
  shown: number,
  turn: Turn,
): readonly Turn[] {
  const block = blockIn(lesson, key, 'scenario');
  const turns = say(block, state.turns.get(key) ?? [], shown, turn);
  if (turns === null || turns.length > MOST_TURNS)
    throw new RuleBroken(t('The conversation has changed since you opened that page. Start it again.'));
  return turns;
}

/** @throws NotFound */
export function checkIn(lesson: DraftLesson, key: string): Question {
  return blockIn(lesson, key, 'check').question;
}

export function takenBack(state: PreviewState, key: string): PreviewState {
  return withChosen(withTurns(state, key, []), key, []);
}

function blockIn<K extends Block['kind']>(lesson: DraftLesson, key: string, kind: K): Extract<Block, { kind: K }> {
  const block = lesson.blocks.find((candidate) => candidate.key === key && candidate.kind === kind);
  if (block === undefined) throw new NotFound(t('That part isn’t in this lesson any more.'));
  return block as Extract<Block, { kind: K }>;
}

/** What a question's form posted, as far as there was one. */
export function postedAnswerOf(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'answer' in body ? body.answer : undefined;
}
