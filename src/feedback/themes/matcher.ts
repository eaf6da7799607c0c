/**
 * Which themes a comment speaks of, and where. Each word of the comment is looked up once, and a rule looks at most nine
 * words further, so the time grows with the length of the comment and never with how a rule is written.
 */
import { readRules, type Rule, type WordRule } from './rules.js';
import { type Word, wordsOf } from './words.js';

/** What the matcher knows of a theme: its number, and its rules in both languages as they were written. */
export interface ThemeRules {
  id: number;
  en: string;
  cy: string;
}

/** A theme found in a text, with the characters that showed it. */
export interface Found {
  id: number;
  spans: Span[];
}

export interface Span {
  start: number;
  end: number;
}

export type Matcher = (text: string) => Found[];

interface Placed {
  theme: number;
  rule: Rule;
  /** Which word of the rule begins the search: the first, or for words near each other either one. */
  at: 0 | 1;
}

/** Longer stems than this are compared by their beginning. */
const LONGEST_STEM = 40;

/** A matcher of these themes; a line that cannot be read counts as absent (whoever saves rules is told of it). */
export function matcherOf(themes: readonly ThemeRules[]): Matcher {
  const [words, stems] = [new Map<string, Placed[]>(), new Map<string, Placed[]>()];
  for (const { id, en, cy } of themes) {
    for (const rule of [...readRules(en, 'en').rules, ...readRules(cy, 'cy').rules]) place({ words, stems }, id, rule);
  }
  const rulesAt = remembering((word) => starting(word, words, stems));
  return (text) => findIn(wordsOf(text), rulesAt);
}

/** Customers use few words often; strange ones must not fill the memory. */
const MOST_REMEMBERED = 50_000;

function remembering(find: (word: string) => Placed[]): (word: string) => Placed[] {
  const known = new Map<string, Placed[]>();
  return (word) => {
    const found = known.get(word) ?? find(word);
    if (known.size < MOST_REMEMBERED) known.set(word, found);
    return found;
  };
}

function place(into: { words: Map<string, Placed[]>; stems: Map<string, Placed[]> }, theme: number, rule: Rule): void {
  for (const at of rule.within === null ? ([0] as const) : ([0, 1] as const)) {
    const first = rule.words[at];
    if (!first) continue;
    const index = first.stem ? into.stems : into.words;
    for (const form of first.forms) {
      const key = form.slice(0, LONGEST_STEM);
      index.set(key, [...(index.get(key) ?? []), { theme, rule, at }]);
    }
  }
}

/** The rules that one word may begin. */
function starting(word: string, words: Map<string, Placed[]>, stems: Map<string, Placed[]>): Placed[] {
  const found = [...(words.get(word) ?? [])];
  for (let length = 1; length <= Math.min(word.length, LONGEST_STEM); length++) {
    const begun = stems.get(word.slice(0, length));
    if (begun) found.push(...begun);
  }
  return found;
}

/** Words of a comment, from the first to the last. */
interface Stretch {
  from: number;
  to: number;
}

function findIn(words: readonly Word[], rulesAt: (word: string) => readonly Placed[]): Found[] {
  const meant = new Map<number, Stretch[]>();
  const excluded = new Map<number, Set<number>>();
  words.forEach((word, from) => {
    for (const { theme, rule, at } of rulesAt(word.plain)) {
      const to = rule.within === null ? endOfRow(words, from, rule) : endOfPair(words, from, rule, at);
      if (to === null) continue;
      if (rule.excludes) markAll(excluded, theme, { from, to });
      else listed(meant, theme).push({ from, to });
    }
  });
  return [...meant]
    .map(([id, stretches]) => ({ id, spans: spansOf(words, stretches, excluded.get(id)) }))
    .filter(({ spans }) => spans.length > 0)
    .sort((a, b) => a.id - b.id);
}

function endOfRow(words: readonly Word[], from: number, { words: wanted }: Rule): number | null {
  const to = from + wanted.length - 1;
  if (words[to]?.sentence !== words[from]?.sentence) return null;
  return wanted.every((rule, i) => isOf(words[from + i], rule)) ? to : null;
}

/** Looks onwards only: the same pair is found from its other word when that comes first. */
function endOfPair(words: readonly Word[], from: number, { words: pair, within }: Rule, at: 0 | 1): number | null {
  const other = pair[1 - at];
  if (!other) return null;
  for (let to = from + 1; to <= from + (within ?? 0); to++) {
    if (words[to]?.sentence === words[from]?.sentence && isOf(words[to], other)) return to;
  }
  return null;
}

function isOf(word: Word | undefined, { forms, stem }: WordRule): boolean {
  if (!word) return false;
  return stem ? forms.some((form) => word.plain.startsWith(form)) : forms.includes(word.plain);
}

/** Where a theme is meant: nowhere that one of its exceptions stands as well. */
function spansOf(
  words: readonly Word[],
  stretches: readonly Stretch[],
  excluded: ReadonlySet<number> = NOWHERE,
): Span[] {
  return stretches
    .filter(({ from, to }) => !range({ from, to }).some((index) => excluded.has(index)))
    .map(({ from, to }) => ({ start: words[from]?.start ?? 0, end: words[to]?.end ?? 0 }));
}

const NOWHERE: ReadonlySet<number> = new Set();

const range = ({ from, to }: Stretch) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

function markAll(excluded: Map<number, Set<number>>, theme: number, stretch: Stretch): void {
  const marked = excluded.get(theme) ?? new Set();
  for (const index of range(stretch)) marked.add(index);
  excluded.set(theme, marked);
}

function listed(lists: Map<number, Stretch[]>, theme: number): Stretch[] {
  const list = lists.get(theme) ?? [];
  lists.set(theme, list);
  return list;
}
