import { msg, t } from '../../platform/language/t.js';
import { EMOTIONS, type Emotion } from '../../platform/emotions.js';
import type { ScenarioBlock, ScenarioNode } from '../../courses/blocks/scenario.js';
import { type Exchange, replay, turnsIn } from './conversation.js';
import type { BlockSetting } from './player-blocks.presenter.js';

/** Something said at the counter. */
interface Line {
  who: string;
  text: string;
  /** In a word, and as the key of its colour. */
  mood: Emotion;
  feels: string;
}

export interface ScenarioView {
  id: string;
  title: string;
  setting: string;
  label: string;
  opening: Line;
  exchanges: {
    /** Set on the newest one: the page opens here after a choice. */
    id: string | null;
    said: string;
    colleague: string;
    move: { text: string; tone: 'good' | 'bad' | null };
    why: string;
    reply: Line;
  }[];
  /** What the learner can say now; null at the end. */
  asking: { question: string; choices: { key: string; text: string }[]; shown: number; node: string } | null;
  ending: string | null;
  problem: string | null;
  turnsPath: string;
  /** Null before anything was said. */
  restartPath: string | null;
  version: number;
}

export function presentScenario(block: ScenarioBlock, setting: BlockSetting): ScenarioView {
  const { opening, exchanges, now } = replay(block, turnsIn(setting.answer));
  const path = (what: 'turns' | 'restarts') => setting.path(block.key, what);
  const question = exchanges.length === 0 ? t('What do you say?') : t('What do you say now?');
  return {
    id: block.key,
    title: block.title,
    setting: block.setting,
    label: t('Conversation with {customer}', { customer: block.customer }),
    opening: line(block, opening),
    exchanges: exchanges.map((exchange, index) => ({
      id: index === exchanges.length - 1 ? nowId(block.key) : null,
      said: exchange.choice.text,
      colleague: setting.colleague,
      move: moveOf(exchange),
      why: exchange.choice.why,
      reply: line(block, exchange.reply),
    })),
    asking: now.choices.length > 0 ? { question, choices: now.choices, shown: exchanges.length, node: now.id } : null,
    ending: now.ending,
    problem: setting.problem,
    turnsPath: path('turns'),
    restartPath: exchanges.length > 0 ? path('restarts') : null,
    version: setting.versionId,
  };
}

/** As said in the middle of a sentence. */
const FEELS: Record<Emotion, string> = {
  delighted: msg('delighted'),
  satisfied: msg('satisfied'),
  neutral: msg('neutral'),
  disappointed: msg('disappointed'),
  irritated: msg('irritated'),
};

/** The id of the newest exchange of a scenario. */
export const nowId = (key: string) => `${key}-now`;

function line(block: ScenarioBlock, node: ScenarioNode): Line {
  return { who: block.customer, text: node.says, mood: node.emotion, feels: t(FEELS[node.emotion]) };
}

/** Said in words: which way the customer's feeling went on the five-step scale. */
function moveOf({ before, reply }: Exchange): { text: string; tone: 'good' | 'bad' | null } {
  const steps = EMOTIONS.indexOf(before) - EMOTIONS.indexOf(reply.emotion);
  if (steps > 0) return { text: t('Feels better'), tone: 'good' };
  return steps < 0 ? { text: t('Feels worse'), tone: 'bad' } : { text: t('No change'), tone: null };
}
