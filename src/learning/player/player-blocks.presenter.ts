import type { Block } from '../../courses/blocks/block.js';
import type { ImageBlock } from '../../courses/blocks/image.js';
import type { TextBlock } from '../../courses/blocks/text.js';
import type { CalloutBlock } from '../../courses/blocks/callout.js';
import { imagePath } from '../../courses/paths.js';
import type { Html } from '../../platform/web/html.js';
import { markdown } from '../../platform/web/markdown.js';
import type { BlockAct } from '../paths.js';
import { type CheckView, presentCheck } from './check.presenter.js';
import { presentScenario, type ScenarioView } from './scenario.presenter.js';

/** One block ready to print: its own kind is filled, the others are null. */
export interface BlockView {
  id: string;
  text: Html | null;
  image: { path: string; alt: string; caption: string | null } | null;
  callout: { title: string; text: Html; care: boolean } | null;
  scenario: ScenarioView | null;
  check: CheckView | null;
}

/** Where a block stands and what this person has done in it. */
export interface BlockSetting {
  /** Where a block's forms post. */
  path: (key: string, what: BlockAct) => string;
  versionId: number;
  answer: unknown;
  /** What is wrong with what was just posted to this block. */
  problem: string | null;
  colleague: string;
}

type Presenters = {
  [K in Block['kind']]: (block: Extract<Block, { kind: K }>, setting: BlockSetting) => Partial<BlockView>;
};

const PRESENTERS: Presenters = {
  text: (block: TextBlock) => ({ text: markdown(block.text) }),
  image: (block: ImageBlock) => ({ image: { path: imagePath(block.src), alt: block.alt, caption: block.caption } }),
  callout: (block: CalloutBlock) => ({
    callout: { title: block.title, text: markdown(block.text), care: block.tone === 'care' },
  }),
  scenario: (block, setting) => ({ scenario: presentScenario(block, setting) }),
  check: (block, setting) => ({ check: presentCheck(block, setting) }),
};

export function presentBlock(block: Block, setting: BlockSetting): BlockView {
  const present = PRESENTERS[block.kind] as (block: Block, setting: BlockSetting) => Partial<BlockView>;
  const nothing = { text: null, image: null, callout: null, scenario: null, check: null };
  return { id: block.key, ...nothing, ...present(block, setting) };
}
