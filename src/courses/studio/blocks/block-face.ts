import { type OptionVerdict, presentVerdict } from '../../../assessment/questions/present-question.js';
import { t } from '../../../platform/language/t.js';
import type { Html } from '../../../platform/web/html.js';
import { markdown } from '../../../platform/web/markdown.js';
import type { Block } from '../../blocks/block.js';
import type { ScenarioBlock, ScenarioNode } from '../../blocks/scenario.js';
import { imagePath } from '../../paths.js';

/** A block as its readers will see it, standing still: its own kind is filled, the others are null. */
export interface BlockFace {
  id: string;
  /** Nothing is written yet, so there is nothing to show. */
  isEmpty: boolean;
  text: Html | null;
  image: { path: string; alt: string; caption: string | null } | null;
  callout: { title: string; text: Html; care: boolean } | null;
  scenario: ScenarioFace | null;
  check: { question: string; options: OptionVerdict[] } | null;
}

interface ScenarioFace {
  title: string;
  setting: string;
  turns: Turn[];
  /** How many of them are not shown at once. */
  more: { summary: string; turns: Turn[] } | null;
}

interface Turn {
  /** '1': its number in the conversation, which choices lead to. */
  number: string;
  said: { who: string; text: string; mood: string };
  choices: { text: string; leadsTo: string }[];
  ending: string | null;
}

type Faces = { [K in Block['kind']]: (block: Extract<Block, { kind: K }>) => Partial<BlockFace> };

const FACES: Faces = {
  text: ({ text }) => (text === '' ? EMPTY : { text: markdown(text) }),
  image: ({ src, alt, caption }) => (src === '' ? EMPTY : { image: { path: imagePath(src), alt, caption } }),
  callout: ({ title, text, tone }) =>
    title === '' && text === '' ? EMPTY : { callout: { title, text: markdown(text), care: tone === 'care' } },
  scenario: (block) => ({ scenario: scenarioFace(block) }),
  check: ({ question }) =>
    question.text === '' && question.options.every((option) => option.text === '')
      ? EMPTY
      : { check: { question: question.text, options: presentVerdict(question, null).options.map(told) } },
};

/** Nobody has answered yet: what learners are told was best is simply right. */
function told(option: OptionVerdict): OptionVerdict {
  return option.label === null ? option : { ...option, css: 'right', icon: 'tick-c', label: t('Right answer') };
}

const EMPTY: Partial<BlockFace> = { isEmpty: true };
const NOTHING = { isEmpty: false, text: null, image: null, callout: null, scenario: null, check: null };

export function faceOf(block: Block): BlockFace {
  const face = FACES[block.kind] as (block: Block) => Partial<BlockFace>;
  return { id: block.key, ...NOTHING, ...face(block) };
}

function scenarioFace(block: ScenarioBlock): ScenarioFace {
  const turns = block.nodes.map((node) => turnOf(block, node));
  const start = turns.findIndex((_, index) => block.nodes[index]?.id === block.start);
  const rest = turns.filter((_, index) => index !== start);
  return {
    title: block.title,
    setting: block.setting,
    turns: turns.filter((_, index) => index === start),
    more:
      rest.length === 0
        ? null
        : { summary: t('{n, plural, one {One more turn} other {# more turns}}', { n: rest.length }), turns: rest },
  };
}

function turnOf(block: ScenarioBlock, { id, says, emotion, choices, ending }: ScenarioNode): Turn {
  return {
    number: numberOf(block, id),
    said: { who: block.customer || t('Customer'), text: says || t('Nothing said yet'), mood: emotion },
    choices: choices.map((choice) => ({
      text: choice.text || t('Nothing written yet'),
      leadsTo: choice.to === '' ? t('leads nowhere yet') : t('leads to {n}', { n: numberOf(block, choice.to) }),
    })),
    ending,
  };
}

/** Authors know the turns of a conversation by number, in the order of the page. */
export function numberOf(block: ScenarioBlock, id: string): string {
  const index = block.nodes.findIndex((node) => node.id === id);
  return index < 0 ? '?' : String(index + 1);
}
