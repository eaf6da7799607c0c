/** Why a cell holds no answer that counts, said so that somebody can put it right. */
import { t } from '../../platform/language/t.js';
import type { Answer } from './mapping.js';
import { plain } from './plain.js';

/** What a spreadsheet makes of a number with more digits than it shows: the rest of them is lost. */
const SHORTENED = /^-?\d(?:[.,]\d+)?E\+?\d+$/i;

export const isShortened = (text: string): boolean => SHORTENED.test(text);

export function sayShortened(text: string): string {
  return t(
    'A spreadsheet has shortened this to “{text}”, and digits are lost. Export the file again, and don’t open it before.',
    {
      text,
    },
  );
}

/** One sentence for an answer that the mapping does not know. */
export function sayUnknownAnswer({ question, values }: Answer, text: string): string {
  if (isShortened(text)) return sayShortened(text);
  const parts = text.split(/[,;|\n]/).map(plain);
  return parts.length > 1 && parts.every((part) => values.has(part))
    ? t('“{text}” is {n} answers to {question} in one cell, and only one can count.', {
        ...{ text, question, n: String(parts.length) },
      })
    : t('“{text}” is not an answer that the mapping knows for {question}.', { text, question });
}
