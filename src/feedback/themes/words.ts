/** The words of a text, as rules compare them: without accents, capitals and apostrophes, each with its place in the text. */

export interface Word {
  /** 'don’t' is 'dont', 'Tŷ' is 'ty'. */
  plain: string;
  /** Characters of the text from here... */
  start: number;
  /** ...up to, not including, here. */
  end: number;
  /** Words of one sentence share its number: no phrase reaches from one sentence into the next. */
  sentence: number;
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’‘ʼ`][\p{L}\p{N}\p{M}]+)*/gu;
const SENTENCE_ENDS = /[.!?;:\n]/;
/** Most words: nothing is to be taken off. */
const PLAIN = /^[A-Za-z0-9]+$/;
const MARKS = /[\p{M}'’‘ʼ`]/gu;

export function wordsOf(text: string): Word[] {
  let [sentence, last] = [0, 0];
  return [...text.matchAll(WORD)].map(({ 0: found, index }) => {
    if (SENTENCE_ENDS.test(text.slice(last, index))) sentence += 1;
    last = index + found.length;
    return { plain: plainWord(found), start: index, end: last, sentence };
  });
}

export function plainWord(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  return word.normalize('NFD').replace(MARKS, '').toLowerCase();
}
