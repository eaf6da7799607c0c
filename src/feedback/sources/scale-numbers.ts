/** Scales of numbers that are not 1 to 5: ten points, percentages, stars, and codes in a row. */
import { plain } from '../imports/plain.js';
import type { Family } from './scale-families.js';

const stepsOf = (best: readonly (readonly (number | string)[])[]): Family['steps'] =>
  best.map((words) => words.map(String));

const TEN = stepsOf([
  [10, 9],
  [8, 7],
  [6, 5, 4],
  [3, 2],
  [1, 0],
]);
const SEVEN = stepsOf([[7], [6, 5], [4], [3, 2], [1]]);

/** The steps that these texts belong to when they are numbers other than 1 to 5; null when they are none. */
export function numberSteps(texts: readonly string[], isNoAnswer: (text: string) => boolean): Family['steps'] | null {
  const given = texts.map(bareNumber).filter((text) => text !== '');
  const answers = given.filter((text) => !isNoAnswer(text) || /^-[12]$/.test(text));
  const numbers = answers.filter((text) => /^-?\d{1,9}$/.test(text)).map(Number);
  if (answers.length === 0 || numbers.length < answers.length) return starSteps(answers) ?? shares(answers);
  return inARow(numbers) ?? points(numbers);
}

function bareNumber(text: string): string {
  const bare = plain(text);
  return /^-?\d+(?:[.,]0{1,2}|\.0{4,})$/.test(bare) ? bare.replace(/(?:[.,]0{1,2}|\.0{4,})$/, '') : bare;
}

/** Codes such as 21 to 25, or -2 to 2: some tools number answers as they like, but in order. */
function inARow(numbers: readonly number[]): Family['steps'] | null {
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  if (new Set(numbers).size !== 5 || high - low !== 4 || low === 1) return null;
  return stepsOf([4, 3, 2, 1, 0].map((up) => [low + up]));
}

/** Up to ten points, or up to seven: known by the highest that came. */
function points(numbers: readonly number[]): Family['steps'] | null {
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  if (low < 0 || high <= 5 || high > 10) return null;
  return high <= 7 && low > 0 ? SEVEN : TEN;
}

const FIFTHS = [80, 60, 40, 20, 0];

/** Percentages in five equal parts; only those that came, since nobody lists all of them. */
function shares(texts: readonly string[]): Family['steps'] | null {
  const read = texts.map((text) => ({
    text,
    share: Number(/^(\d{1,3}(?:[.,]\d+)?) ?%$/.exec(text)?.[1]?.replace(',', '.')),
  }));
  if (texts.length === 0 || read.some(({ share }) => !(share <= 100))) return null;
  const step = (share: number) => FIFTHS.findIndex((least) => share >= least);
  return FIFTHS.map((_, at) => read.filter(({ share }) => step(share) === at).map(({ text }) => text));
}

const OF_FIVE = /^([1-5]) ?(?:stars?|seren|\/ ?5|(?:out )?of 5|(?:allan )?o 5)$/;

function starsIn(text: string): number | null {
  const told = OF_FIVE.exec(text)?.[1];
  if (told !== undefined) return Number(told);
  const drawn = /^([★⭐*✭🌟]{1,5})[☆✩]*$/u.exec(text)?.[1];
  return drawn === undefined ? null : [...drawn].length;
}

/** Stars drawn or counted. */
function starSteps(texts: readonly string[]): Family['steps'] | null {
  const read = texts.map((text) => ({ text, stars: starsIn(text) }));
  if (texts.length === 0 || read.some(({ stars }) => stars === null)) return null;
  return [5, 4, 3, 2, 1].map((many) => {
    const seen = read.filter(({ stars }) => stars === many).map(({ text }) => text);
    return seen.length > 0 ? seen : [/^\d/.test(texts[0]!) ? texts[0]!.replace(/^\d/, String(many)) : '★'.repeat(many)];
  });
}
