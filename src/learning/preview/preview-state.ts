import type { Turn } from '../player/conversation.js';

/**
 * What an author has said, answered and done in a preview. It lives in the address of the page alone: a preview records
 * nothing, works in any number of tabs, and the back button goes back.
 */
export interface PreviewState {
  /** Of the scenarios of a lesson, by block. */
  turns: ReadonlyMap<string, readonly Turn[]>;
  /** Of its checks, by block, or of a quiz, by the question's number: the option keys chosen. */
  chosen: ReadonlyMap<string, readonly string[]>;
}

export const NOTHING_SAID: PreviewState = { turns: new Map(), chosen: new Map() };

const LONGEST = 6000;
const NAME = '[a-z0-9-]{1,80}';
const PART = new RegExp(`^(${NAME})([*!])((?:${NAME})(?:\\.(?:${NAME}))*)$`);

/** 'parcel*opening.a.heard.b~sure!listen': conversations with a star, answers with an exclamation mark. */
export function writeState({ turns, chosen }: PreviewState): string {
  return [
    ...[...turns].filter(([, said]) => said.length > 0).map(([key, said]) => `${key}*${said.map(writeTurn).join('.')}`),
    ...[...chosen].filter(([, keys]) => keys.length > 0).map(([key, keys]) => `${key}!${keys.join('.')}`),
  ].join('~');
}

/** What cannot be read is as if it had not been said. */
export function readState(text: unknown): PreviewState {
  if (typeof text !== 'string' || text.length > LONGEST) return NOTHING_SAID;
  const parts = text.split('~').flatMap((part) => {
    const [, key, mark, names] = PART.exec(part) ?? [];
    return key === undefined || names === undefined ? [] : [{ key, mark, names: names.split('.') }];
  });
  return {
    turns: new Map(parts.filter(({ mark }) => mark === '*').map(({ key, names }) => [key, turnsIn(names)])),
    chosen: new Map(parts.filter(({ mark }) => mark === '!').map(({ key, names }) => [key, names])),
  };
}

export function withTurns(state: PreviewState, key: string, turns: readonly Turn[]): PreviewState {
  return { ...state, turns: new Map([...state.turns, [key, turns]]) };
}

export function withChosen(state: PreviewState, key: string, chosen: readonly string[]): PreviewState {
  return { ...state, chosen: new Map([...state.chosen, [key, chosen]]) };
}

/** The state as a page keeps it for somebody who really learns. */
export function answersIn({ turns, chosen }: PreviewState): { key: string; answer: unknown }[] {
  return [
    ...[...turns].map(([key, said]) => ({ key, answer: { turns: said } })),
    ...[...chosen].map(([key, keys]) => ({ key, answer: { chosen: keys } })),
  ];
}

const writeTurn = ({ node, choice }: Turn) => `${node}.${choice}`;

function turnsIn(names: readonly string[]): Turn[] {
  return names.flatMap((node, index) => {
    const choice = names[index + 1];
    return index % 2 === 0 && choice !== undefined ? [{ node, choice }] : [];
  });
}
