import type { ScenarioBlock, ScenarioChoice, ScenarioNode } from '../../blocks/scenario.js';
import { firstFree } from '../../../platform/slug.js';

/** What the buttons of the conversation form do besides saving. Pure; an id or key that is not there changes nothing. */

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
export const MOST_CHOICES = 5;
export const MOST_NODES = 40;

/** Something new that the customer may say; nothing leads to it yet. */
export function addNode(block: ScenarioBlock): ScenarioBlock {
  if (block.nodes.length >= MOST_NODES) return block;
  return { ...block, nodes: [...block.nodes, newNode(block)] };
}

/** A new answer of the customer to one choice. */
export function addReply(block: ScenarioBlock, id: string, key: string): ScenarioBlock {
  const choice = block.nodes.find((node) => node.id === id)?.choices.find((each) => each.key === key);
  if (choice === undefined || block.nodes.length >= MOST_NODES) return block;
  const node = newNode(block);
  const led = changeNode(block, id, (from) => ({
    ...from,
    choices: from.choices.map((each) => (each.key === key ? { ...each, to: node.id } : each)),
  }));
  return { ...led, nodes: [...led.nodes, node] };
}

/** Takes a node out; choices that led to it lead nowhere until the author says where. The first one stays. */
export function removeNode(block: ScenarioBlock, id: string): ScenarioBlock {
  if (id === block.start) return block;
  const nodes = block.nodes.filter((node) => node.id !== id);
  return { ...block, nodes: nodes.map((node) => ({ ...node, choices: node.choices.map(lostTo(id)) })) };
}

export function addChoice(block: ScenarioBlock, id: string): ScenarioBlock {
  return changeNode(block, id, (node) =>
    node.choices.length >= MOST_CHOICES
      ? node
      : { ...node, ending: null, choices: [...node.choices, newChoice(node.choices)] },
  );
}

export function removeChoice(block: ScenarioBlock, id: string, key: string): ScenarioBlock {
  return changeNode(block, id, (node) => ({ ...node, choices: node.choices.filter((choice) => choice.key !== key) }));
}

/** The conversation ends here: choices go, and how it ended is to be written. */
export function endHere(block: ScenarioBlock, id: string): ScenarioBlock {
  if (id === block.start) return block;
  return changeNode(block, id, (node) => ({ ...node, choices: [], ending: node.ending ?? '' }));
}

/** The conversation goes on here: two choices instead of an ending. */
export function goOnHere(block: ScenarioBlock, id: string): ScenarioBlock {
  return changeNode(block, id, (node) =>
    node.choices.length > 0 ? { ...node, ending: null } : { ...node, ending: null, choices: twoChoices() },
  );
}

function changeNode(block: ScenarioBlock, id: string, change: (node: ScenarioNode) => ScenarioNode): ScenarioBlock {
  return { ...block, nodes: block.nodes.map((node) => (node.id === id ? change(node) : node)) };
}

function newNode({ nodes }: ScenarioBlock): ScenarioNode {
  const ids = nodes.map((node) => node.id);
  return { id: firstFree(`node-${nodes.length + 1}`, ids), says: '', emotion: 'neutral', choices: [], ending: '' };
}

const lostTo = (id: string) => (choice: ScenarioChoice) => (choice.to === id ? { ...choice, to: '' } : choice);

function newChoice(choices: readonly ScenarioChoice[]): ScenarioChoice {
  const taken = new Set(choices.map((choice) => choice.key));
  const key = [...LETTERS].find((letter) => !taken.has(letter)) ?? `choice-${choices.length + 1}`;
  return { key, text: '', why: '', to: '' };
}

function twoChoices(): ScenarioChoice[] {
  const first = newChoice([]);
  return [first, newChoice([first])];
}
