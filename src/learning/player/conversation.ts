import type { ScenarioBlock, ScenarioChoice, ScenarioNode } from '../../courses/blocks/scenario.js';
import type { Emotion } from '../../platform/emotions.js';

type Scenario = Pick<ScenarioBlock, 'start' | 'nodes'>;

/** One thing the learner said: at which node, and which of its choices. */
export interface Turn {
  node: string;
  choice: string;
}

/** What was said, why it moved the customer, and where that led. */
export interface Exchange {
  choice: ScenarioChoice;
  before: Emotion;
  reply: ScenarioNode;
}

export interface Conversation {
  opening: ScenarioNode;
  exchanges: Exchange[];
  /** Where the learner stands: its choices are the next question, or its ending the last word. */
  now: ScenarioNode;
}

/** Plays the turns again. Turns that the scenario does not know end the replay: what came before still stands. */
export function replay(scenario: Scenario, turns: readonly Turn[]): Conversation {
  const opening = nodeOf(scenario, scenario.start);
  if (opening === null) throw new Error(`The scenario starts at an unknown node, ${scenario.start}`);
  const conversation: Conversation = { opening, exchanges: [], now: opening };
  for (const turn of turns) {
    const choice = conversation.now.choices.find((candidate) => candidate.key === turn.choice);
    const reply = choice === undefined ? null : nodeOf(scenario, choice.to);
    if (choice === undefined || reply === null || conversation.now.id !== turn.node) break;
    conversation.exchanges.push({ choice, before: conversation.now.emotion, reply });
    conversation.now = reply;
  }
  return conversation;
}

/**
 * The turns after a choice made on a page that showed the first `shown` of them. An older page (a second tab, the back
 * button) takes the conversation up from where it stood, so the page and the choice always belong together.
 * @returns null when that page, node or choice does not belong to this conversation
 */
export function say(scenario: Scenario, turns: readonly Turn[], shown: number, turn: Turn): Turn[] | null {
  if (shown > turns.length) return null;
  const kept = turns.slice(0, shown);
  const { now, exchanges } = replay(scenario, kept);
  const known = now.id === turn.node && now.choices.some((choice) => choice.key === turn.choice);
  return known && exchanges.length === kept.length ? [...kept, { node: turn.node, choice: turn.choice }] : null;
}

/** The turns in a stored answer; anything else reads as a conversation that has not begun. */
export function turnsIn(answer: unknown): Turn[] {
  const turns: unknown = typeof answer === 'object' && answer !== null && 'turns' in answer ? answer.turns : null;
  return Array.isArray(turns) ? turns.filter(isTurn) : [];
}

function isTurn(value: unknown): value is Turn {
  if (typeof value !== 'object' || value === null || !('node' in value) || !('choice' in value)) return false;
  return typeof value.node === 'string' && typeof value.choice === 'string';
}

function nodeOf(scenario: Scenario, id: string): ScenarioNode | null {
  return scenario.nodes.find((node) => node.id === id) ?? null;
}
