import type { ContentReader } from '../../platform/content-reader.js';
import { EMOTIONS, type Emotion } from '../../platform/emotions.js';
import { t } from '../../platform/language/t.js';
import { graphProblems } from './scenario-graph.js';
import type { BlockBase, BlockKind } from './block.js';

/** Something the learner may say, why it moves the customer, and the node where the customer answers. */
export interface ScenarioChoice {
  key: string;
  text: string;
  why: string;
  to: string;
}

/** What the customer says and feels. It has either choices or an ending. */
export interface ScenarioNode {
  id: string;
  says: string;
  emotion: Emotion;
  choices: ScenarioChoice[];
  ending: string | null;
}

/** A conversation with a customer, as a graph of nodes whose rules are in `scenario-graph.ts`. */
export interface ScenarioBlock extends BlockBase {
  kind: 'scenario';
  title: string;
  setting: string;
  customer: string;
  start: string;
  nodes: ScenarioNode[];
}

export const scenarioKind: BlockKind<ScenarioBlock> = {
  read: (fields, base) => {
    const block: ScenarioBlock = {
      ...base,
      kind: 'scenario',
      title: fields.text('title', t('a short title'), 100),
      setting: fields.text('setting', t('one or two sentences about the scene'), 500),
      customer: fields.text('customer', t('the customer’s name'), 60),
      start: fields.key('start'),
      nodes: fields.list('nodes', 2).map((item) => readNode(fields.child(item, nodeName(item.raw)))),
    };
    graphProblems(block).forEach((sentence) => fields.problem('nodes', sentence));
    return block;
  },
  prose: (block) => [
    block.setting,
    ...block.nodes.flatMap((node) => [
      node.says,
      ...(node.ending === null ? [] : [node.ending]),
      ...node.choices.flatMap((choice) => [choice.text, choice.why]),
    ]),
  ],
};

function readNode(fields: ContentReader): ScenarioNode {
  const node: ScenarioNode = {
    id: fields.key('id'),
    says: fields.text('says', t('what the customer says'), 600),
    emotion: fields.oneOf('emotion', EMOTIONS),
    ending: fields.textOrNull('ending', 800),
    choices:
      fields.raw('choices') === null ? [] : fields.list('choices', 0).map((item, at) => readChoice(fields, item, at)),
  };
  fields.close();
  return node;
}

function readChoice(node: ContentReader, item: Parameters<ContentReader['child']>[0], at: number): ScenarioChoice {
  const fields = node.child(item, t('choice {n}', { n: String(at + 1) }));
  const choice: ScenarioChoice = {
    key: fields.key('key'),
    text: fields.text('text', t('what the learner says'), 300),
    why: fields.text('why', t('why it moved the customer'), 500),
    to: fields.key('to'),
  };
  fields.close();
  return choice;
}

function nodeName(raw: unknown): string {
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : null;
  return typeof id === 'string' ? t('node “{id}”', { id }) : t('a node without an id');
}
