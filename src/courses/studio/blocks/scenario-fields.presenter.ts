import { EMOTION_NAMES, EMOTIONS } from '../../../platform/emotions.js';
import { t } from '../../../platform/language/t.js';
import { canEnd, reachable } from '../../blocks/scenario-graph.js';
import type { ScenarioBlock, ScenarioNode } from '../../blocks/scenario.js';
import { MOST_CHOICES, MOST_NODES } from './scenario-edits.js';
import { NEW_REPLY } from './scenario-form.js';

/** The fields of a conversation: what the form of `readScenarioForm` shows. */
export function presentScenarioFields(block: ScenarioBlock) {
  const met = reachable(block);
  const ending = canEnd(block);
  return {
    heading: block.title,
    setting: block.setting,
    customer: block.customer,
    nodes: block.nodes.map((node, index) => ({
      ...nodeFields(block, node, index),
      notice: noticeFor(node, met, ending),
    })),
    canAdd: block.nodes.length < MOST_NODES,
  };
}

/** What is wrong with a turn's place in the conversation, in words and at once; null when all is well. */
function noticeFor(node: ScenarioNode, met: Set<string>, ending: Set<string>): string | null {
  if (!met.has(node.id)) return t('Nobody gets here yet. Lead a choice to it, or take it out.');
  if (node.choices.length > 0 && !ending.has(node.id)) return t('From here no choice leads to an ending yet.');
  return null;
}

function nodeFields(block: ScenarioBlock, node: ScenarioNode, index: number) {
  const isStart = node.id === block.start;
  const number = String(index + 1);
  return {
    id: node.id,
    anchor: `node-${node.id}`,
    legend: isStart ? t('{n}. How it begins', { n: number }) : `${number}.`,
    hidden: ` ${t('(turn {n})', { n: number })}`,
    isStart,
    says: { id: `says-${node.id}`, value: node.says },
    emotions: EMOTIONS.map((emotion) => ({
      id: `emotion-${node.id}-${emotion}`,
      name: `emotion-${node.id}`,
      value: emotion,
      text: t(EMOTION_NAMES[emotion]),
      checked: emotion === node.emotion,
    })),
    choices: node.choices.map((choice, at) => choiceFields(block, node, choice, at)),
    ending: node.ending === null ? null : { id: `ending-${node.id}`, value: node.ending },
    add: node.choices.length < MOST_CHOICES && node.ending === null ? `addChoice ${node.id}` : null,
    goOn: node.ending === null ? null : `goOnHere ${node.id}`,
    end: isStart || node.ending !== null ? null : `endHere ${node.id}`,
    remove: isStart ? null : `removeNode ${node.id}`,
  };
}

function choiceFields(block: ScenarioBlock, node: ScenarioNode, choice: ScenarioNode['choices'][number], at: number) {
  const id = `${node.id}-${choice.key}`;
  const n = String(at + 1);
  return {
    key: choice.key,
    keyName: `choice-${node.id}`,
    legend: t('Choice {n}', { n }),
    hidden: ` ${t('(choice {n})', { n })}`,
    text: { id: `text-${id}`, name: `text-${node.id}`, value: choice.text },
    why: { id: `why-${id}`, name: `why-${node.id}`, value: choice.why },
    to: { id: `to-${id}`, name: `to-${node.id}`, items: leads(block, node, choice.to) },
    remove: `removeChoice ${node.id} ${choice.key}`,
  };
}

const SHORT = 60;

/** Where a choice can lead: every other turn by its number and first words, or a new one. */
function leads(block: ScenarioBlock, from: ScenarioNode, to: string) {
  const turns = block.nodes.map((node, index) => ({ node, text: turnName(node, index) }));
  return [
    { value: '', text: t('Choose what the customer answers'), selected: to === '' },
    ...turns
      .filter(({ node }) => node.id !== from.id || to === from.id)
      .map(({ node, text }) => ({ value: node.id, text, selected: node.id === to })),
    { value: NEW_REPLY, text: t('A new answer'), selected: false },
  ];
}

function turnName({ says, emotion }: ScenarioNode, index: number): string {
  const number = String(index + 1);
  if (says === '') return t('{n}. Not written yet', { n: number });
  const words = says.length > SHORT ? `${says.slice(0, SHORT)}…` : says;
  return t('{n}. {words} ({emotion})', { n: number, words, emotion: t(EMOTION_NAMES[emotion]).toLowerCase() });
}
