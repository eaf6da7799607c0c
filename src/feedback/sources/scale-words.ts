/** Words and numbers that surveys answer with, and where they stand on our scale of 1 to 5. */
import { plain } from '../imports/plain.js';
import { type About, FAMILIES, type Family, NO_ANSWER } from './scale-families.js';
import { numberSteps } from './scale-numbers.js';

/** 1 to 5, or no answer; null when nobody can say. */
export type Meaning = 1 | 2 | 3 | 4 | 5 | 'none' | null;

export interface ReadScale {
  about: About;
  meanings: Map<string, Meaning>;
  /** Share of the texts that were understood, those for no answer included. */
  known: number;
  /** The meaning is a guess that somebody should check: the scale has more or fewer than five points, or other numbers. */
  loose: boolean;
  /** 1 is the best, as the question or the answers themselves say. */
  reversed: boolean;
}

type Steps = Family['steps'];

/**
 * The family that understands most of the texts, or a scale of numbers, and what each text means in it.
 * @param label what the column is called, which may say that 1 is the best
 */
export function readScale(texts: readonly string[], label = ''): ReadScale {
  const numbers = numberSteps(texts, isNoAnswer);
  const read = FAMILIES.map((family) => readIn(family, texts, label, false));
  if (numbers) read.unshift(readIn({ about: 'any', steps: numbers }, texts, label, true));
  return read.reduce((best, one) => (one.known > best.known ? one : best));
}

/** Every word of the family that the texts belong to, so that a later file may hold those that this one does not. */
export function wholeScale(texts: readonly string[], label = ''): Map<string, Meaning> {
  const { meanings, reversed, loose } = readScale(texts, label);
  const numbers = loose ? numberSteps(texts, isNoAnswer) : null;
  const steps =
    numbers ?? FAMILIES.find((family) => texts.some((text) => family.steps.flat().includes(numberless(text))))?.steps;
  for (const [at, words] of (steps ?? []).entries())
    for (const word of numbers ? words : words.slice(0, 1))
      if (!meanings.has(word)) meanings.set(word, turned(stepAt(at), reversed && /^-?\d+$/.test(word)));
  return meanings;
}

const isNoAnswer = (text: string) => NO_ANSWER.test(text);

const stepAt = (at: number) => (5 - at) as 1 | 2 | 3 | 4 | 5;

function turned(meaning: Meaning, reversed: boolean): Meaning {
  return reversed && typeof meaning === 'number' ? ((6 - meaning) as Meaning) : meaning;
}

/** '5', '5.0' and '5 - Very easy' are all five; a face is the same face in any colour. */
function numberless(text: string): string {
  const bare = plain(text).replace(/\ufe0f|[\u{1f3fb}-\u{1f3ff}]/gu, '');
  return /^-?\d+(?:[.,]0{1,2}|\.0{4,})$/.test(bare) ? bare.replace(/(?:[.,]0{1,2}|\.0{4,})$/, '') : bare;
}

function readIn({ about, steps }: Family, texts: readonly string[], label: string, loose: boolean): ReadScale {
  const direction = directionOf(steps, texts, label);
  const meanings = new Map<string, Meaning>();
  for (const text of texts) meanings.set(plain(text), meaningIn(steps, numberless(text), direction));
  const answers = [...meanings.values()];
  const known = answers.filter((meaning) => meaning !== null).length / Math.max(1, answers.length);
  const some = answers.some((meaning) => typeof meaning === 'number');
  return { about, meanings, loose, reversed: direction.reversed, known: some ? known : 0 };
}

const LABELLED = /^([1-5])\s*[-–:.)=(]\s*(.+?)\)?$/;

interface Direction {
  /** 1 is the best. */
  reversed: boolean;
  /** Some numbers carry a word and others stand bare: “1 - Very easy”, “2”, “3”. */
  mixed: boolean;
}

function meaningIn(steps: Steps, text: string, { reversed, mixed }: Direction): Meaning {
  const exact = stepWith(steps, text);
  if (exact >= 0) return turned(stepAt(exact), reversed && /^-?\d+$/.test(text));
  if (isNoAnswer(text)) return 'none';
  const worded = stepWith(steps, wordOf(text));
  if (worded >= 0) return stepAt(worded);
  return mixed && /^[1-5]$/.test(text) ? turned(Number(text) as Meaning, reversed) : null;
}

/** Which way the numbers run: “1 - Very easy” in the answers, or “1 = very easy” in the question, is against ours. */
function directionOf(steps: Steps, texts: readonly string[], label: string): Direction {
  const bare = texts.map(numberless);
  const turnedRound = [...bare, ...legendIn(label)].some((text) => {
    const number = Number(LABELLED.exec(text)?.[1]);
    const at = [steps, ...EVERY_STEPS].map((one) => stepWith(one, wordOf(text))).find((one) => one >= 0);
    return at !== undefined && number !== 3 && number === 6 - stepAt(at);
  });
  return { reversed: turnedRound, mixed: bare.some((text) => stepWith(steps, wordOf(text)) >= 0) };
}

const EVERY_STEPS = FAMILIES.map(({ steps }) => steps);
const stepWith = (steps: Steps, word: string) => steps.findIndex((words) => words.includes(word));
const wordOf = (text: string) => LABELLED.exec(text)?.[2] ?? '';

/** “(1 = very easy, 5 = very difficult)” as “1 = very easy” and “5 = very difficult”. */
function legendIn(label: string): string[] {
  const legend = plain(label).matchAll(/(?<!\d)([1-5])\s*(?:=|:|–|-|is|means|yw)\s*([\p{L}' ]+)/gu);
  return [...legend].map(([, number, words = '']) => `${number} = ${words.replace(/ (and|to|a)$/, '').trim()}`);
}
