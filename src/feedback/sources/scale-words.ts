/** Words and numbers that surveys answer with, and where they stand on our scale of 1 to 5. */
import { plain } from '../imports/plain.js';

/** 1 to 5, or no answer; null when nobody can say. */
export type Meaning = 1 | 2 | 3 | 4 | 5 | 'none' | null;

/** What a family of words is about; `any` fits every question. */
export type About = 'emotion' | 'ease' | 'any';

interface Family {
  about: About;
  /** Best first, five steps, each with its spellings. */
  steps: readonly (readonly string[])[];
}

const FAMILIES: readonly Family[] = [
  { about: 'emotion', steps: [['delighted'], ['satisfied'], ['neutral'], ['disappointed'], ['irritated']] },
  {
    about: 'emotion',
    steps: [
      ['extremely likely', 'very likely'],
      ['likely'],
      ['neither likely nor unlikely', 'neither', 'neutral'],
      ['unlikely'],
      ['extremely unlikely', 'very unlikely'],
    ],
  },
  {
    about: 'emotion',
    steps: [
      ['very satisfied', 'extremely satisfied', 'very happy'],
      ['satisfied', 'fairly satisfied', 'happy'],
      ['neither satisfied nor dissatisfied', 'neutral', 'ok'],
      ['dissatisfied', 'fairly dissatisfied', 'unhappy'],
      ['very dissatisfied', 'extremely dissatisfied', 'very unhappy'],
    ],
  },
  {
    about: 'ease',
    steps: [
      ['very easy', 'extremely easy'],
      ['easy', 'fairly easy'],
      ['neither easy nor difficult', 'neither', 'neutral'],
      ['difficult', 'fairly difficult', 'hard'],
      ['very difficult', 'extremely difficult', 'very hard'],
    ],
  },
  {
    about: 'any',
    steps: [
      ['strongly agree', 'agree strongly', 'definitely agree'],
      ['agree', 'tend to agree', 'somewhat agree'],
      ['neither agree nor disagree', 'neutral', 'neither'],
      ['disagree', 'tend to disagree', 'somewhat disagree'],
      ['strongly disagree', 'disagree strongly', 'definitely disagree'],
    ],
  },
  {
    about: 'any',
    steps: [
      ['excellent', 'very good'],
      ['good'],
      ['average', 'fair', 'okay', 'ok'],
      ['poor'],
      ['very poor', 'terrible'],
    ],
  },
  { about: 'any', steps: [['5'], ['4'], ['3'], ['2'], ['1']] },
];

const NO_ANSWER =
  /^(don'?t know|not sure|unsure|no answer|no reply|not applicable|not stated|prefer not to say|n\.?\/?a\.?|none|unknown|skipped|null|-|-\d+|9[789]|9{3,})$/;

export interface ReadScale {
  about: About;
  meanings: Map<string, Meaning>;
  /** Share of the texts that were understood, those for no answer included. */
  known: number;
}

/** The family that understands most of the texts, or five numbers in a row, and what each text means in it. */
export function readScale(texts: readonly string[]): ReadScale {
  const rowed = inARow(texts);
  const candidates = [...FAMILIES, ...(rowed ? [rowed] : [])];
  const read = candidates.map((family) => readIn(family, texts));
  return read.reduce((best, one) => (one.known > best.known ? one : best));
}

/** Every word of the family that the texts belong to, so that a later file may hold those that this one does not. */
export function wholeScale(texts: readonly string[]): Map<string, Meaning> {
  const { meanings } = readScale(texts);
  const family = FAMILIES.find(({ steps }) => texts.some((text) => steps.flat().includes(numberless(text))));
  for (const [at, words] of (family?.steps ?? []).entries())
    for (const word of words.slice(0, 1)) if (!meanings.has(word)) meanings.set(word, stepAt(at));
  return meanings;
}

const stepAt = (at: number) => (5 - at) as 1 | 2 | 3 | 4 | 5;

/** '5', '5.0' and '5 - Very easy' are all five. */
function numberless(text: string): string {
  const bare = plain(text);
  return /^\d+[.,]0+$/.test(bare) ? bare.replace(/[.,]0+$/, '') : bare;
}

function readIn({ about, steps }: Family, texts: readonly string[]): ReadScale {
  const meanings = new Map<string, Meaning>();
  for (const text of texts) meanings.set(plain(text), meaningIn(steps, numberless(text)));
  const answers = [...meanings.values()];
  const known = answers.filter((meaning) => meaning !== null).length / Math.max(1, answers.length);
  return { about, meanings, known: answers.some((meaning) => typeof meaning === 'number') ? known : 0 };
}

function meaningIn(steps: Family['steps'], text: string): Meaning {
  if (NO_ANSWER.test(text)) return 'none';
  const worded = text.replace(/^\d\s*[-–:.)=]\s*/, '');
  const at = steps.findIndex((words) => words.includes(text) || words.includes(worded));
  return at < 0 ? null : stepAt(at);
}

/** Codes such as 21 to 25: some tools number answers as they like, but in order. */
function inARow(texts: readonly string[]): Family | null {
  const numbers = texts.filter((text) => /^\d+$/.test(text) && !NO_ANSWER.test(text)).map(Number);
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  if (numbers.length !== 5 || high - low !== 4 || low === 1) return null;
  return { about: 'any', steps: [4, 3, 2, 1, 0].map((up) => [String(low + up)]) };
}
