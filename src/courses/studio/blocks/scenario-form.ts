import { EMOTIONS } from '../../../platform/emotions.js';
import type { ScenarioBlock, ScenarioChoice, ScenarioNode } from '../../blocks/scenario.js';
import { type Posted, textIn, textsIn } from './posted.js';
import { addChoice, addNode, addReply, endHere, goOnHere, removeChoice, removeNode } from './scenario-edits.js';

/**
 * The form of a conversation, read as far as it is written. Its nodes are named in `node`, in order; those of node N are
 * `says-N`, `emotion-N`, `ending-N` and, in order, `choice-N`, `text-N`, `why-N`, `to-N`. `do` is the button that was
 * pressed: a word and the ids it is about. What the form leaves out of the block, such as where it starts, stays.
 */
export function readScenarioForm(block: ScenarioBlock, posted: Posted): ScenarioBlock {
  const nodes = unique(textsIn(posted, 'node')).map((id) => readNode(posted, id));
  const written: ScenarioBlock = {
    ...block,
    title: textIn(posted, 'title'),
    setting: textIn(posted, 'setting'),
    customer: textIn(posted, 'customer'),
    nodes: nodes.some((node) => node.id === block.start) ? nodes : block.nodes,
  };
  return press(written, textIn(posted, 'do'));
}

/** What a page asks for in one choice's list to get a new answer of the customer. */
export const NEW_REPLY = '+';

function press(block: ScenarioBlock, button: string): ScenarioBlock {
  const [act, id = '', key = ''] = button.split(' ');
  const replied = withNewReplies(block);
  if (act === 'addNode') return addNode(replied);
  if (act === 'removeNode') return removeNode(replied, id);
  if (act === 'addChoice') return addChoice(replied, id);
  if (act === 'removeChoice') return removeChoice(replied, id, key);
  if (act === 'endHere') return endHere(replied, id);
  return act === 'goOnHere' ? goOnHere(replied, id) : replied;
}

function withNewReplies(block: ScenarioBlock): ScenarioBlock {
  const wanted = block.nodes.flatMap((node) =>
    node.choices.filter((choice) => choice.to === NEW_REPLY).map((choice) => [node.id, choice.key] as const),
  );
  return wanted.reduce((so, [id, key]) => addReply(so, id, key), block);
}

function readNode(posted: Posted, id: string): ScenarioNode {
  const choices = readChoices(posted, id);
  const emotion = EMOTIONS.find((one) => one === posted[`emotion-${id}`]) ?? 'neutral';
  const ending = choices.length > 0 ? null : textIn(posted, `ending-${id}`);
  return { id, says: textIn(posted, `says-${id}`), emotion, choices, ending };
}

function readChoices(posted: Posted, id: string): ScenarioChoice[] {
  const [texts, whys, leads] = [
    textsIn(posted, `text-${id}`),
    textsIn(posted, `why-${id}`),
    textsIn(posted, `to-${id}`),
  ];
  const choices = textsIn(posted, `choice-${id}`).map((key, index) => ({
    key,
    text: texts[index] ?? '',
    why: whys[index] ?? '',
    to: leadsTo(leads[index]),
  }));
  return choices.filter(({ key }, index) => isKey(key) && choices.findIndex((other) => other.key === key) === index);
}

const isKey = (text: string) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 80;

const leadsTo = (to = '') => (isKey(to) || to === NEW_REPLY ? to : '');

const unique = (ids: string[]) => [...new Set(ids)].filter(isKey);
