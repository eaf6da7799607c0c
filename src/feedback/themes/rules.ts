/**
 * The small grammar of a theme's rules, one a line: a word, a stem with a star, several words in a row, or two words near
 * each other. A line that begins with a minus says where the theme is not meant. There are no regular expressions in it, so
 * that nobody can write a rule that takes longer than its words.
 */
import { msg, t } from '../../platform/language/t.js';
import { mutated } from './mutations.js';
import { plainWord } from './words.js';

export type RuleLanguage = 'en' | 'cy';

/** One word of a rule: any of these forms, or any word that begins with one of them. */
export interface WordRule {
  forms: string[];
  stem: boolean;
}

export interface Rule {
  /** Next to each other, in this order; or two of them, in either order, with at most `within - 1` words between. */
  words: WordRule[];
  within: number | null;
  /** Where these words stand the theme is not meant. */
  excludes: boolean;
}

/** What is wrong with a line, counted from 1. */
export interface RuleProblem {
  line: number;
  sentence: string;
}

export interface ReadRules {
  rules: Rule[];
  problems: RuleProblem[];
}

const MOST_RULES = 300;
const MOST_WORDS = 6;
const FARTHEST = 9;
const SHORTEST_STEM = 3;
/** The longest words of either language are shorter, and so are the longest place names. */
const LONGEST_WORD = 60;

const NEAR = /^(\S+) +NEAR\/(\d{1,3}) +(\S+)$/;
const ONE_WORD = /^[\p{L}\p{N}\p{M}]+(?:['’‘ʼ`-][\p{L}\p{N}\p{M}]+)*\*?$/u;

/** Reads the rules of one language. Empty lines and those that begin with # are for people. */
export function readRules(text: string, language: RuleLanguage): ReadRules {
  const read: ReadRules = { rules: [], problems: [] };
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) return;
    const found = readLine(line, language);
    if (typeof found === 'string') read.problems.push({ line: index + 1, sentence: found });
    else read.rules.push(found);
  });
  if (read.rules.length > MOST_RULES)
    read.problems.push({
      line: MOST_RULES + 1,
      sentence: t('Keep to {n} rules in a language.', { n: String(MOST_RULES) }),
    });
  return read;
}

/** The rule, or what is wrong with it. */
function readLine(line: string, language: RuleLanguage): Rule | string {
  const excludes = line.startsWith('-');
  const body = line
    .replace(/^-\s*/, '')
    .replace(/^["“](.*)["”]$/, '$1')
    .trim();
  const near = NEAR.exec(body);
  const texts = near ? [near[1] ?? '', near[3] ?? ''] : body.split(/\s+/);
  const within = near ? Number(near[2]) : null;
  const wrong = problemOf(texts, within);
  return wrong === null ? { words: texts.flatMap((word) => wordRules(word, language)), within, excludes } : t(wrong);
}

function problemOf(texts: readonly string[], within: number | null): string | null {
  if (within !== null && (within < 1 || within > FARTHEST)) return msg('After NEAR/ comes a number from 1 to 9.');
  if (texts.includes('NEAR') || texts.some((text) => text.startsWith('NEAR/')))
    return msg('Write NEAR between two single words, such as: queue NEAR/3 long');
  if (!texts.every((text) => ONE_WORD.test(text)))
    return msg('Use letters and figures only, and a star only at the end of a word.');
  if (texts.some((text) => text.length > LONGEST_WORD)) return msg('Keep each word to 60 letters.');
  if (texts.some((text) => text.endsWith('*') && plainWord(text.slice(0, -1)).length < SHORTEST_STEM))
    return msg('Give at least three letters before a star.');
  if (within !== null && texts.some((text) => text.includes('-')))
    return msg('Write NEAR between two single words, such as: queue NEAR/3 long');
  return texts.flatMap((text) => text.split('-')).length > MOST_WORDS ? msg('Use six words at most in a row.') : null;
}

/** A word with a hyphen is two words in a row, as in a comment. */
function wordRules(text: string, language: RuleLanguage): WordRule[] {
  return text.split('-').map((part) => {
    const stem = part.endsWith('*');
    const plain = plainWord(stem ? part.slice(0, -1) : part);
    return { forms: language === 'cy' ? mutated(plain) : [plain], stem };
  });
}
