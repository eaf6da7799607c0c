/**
 * A mapping that somebody sends from their own disk to fill the form in. Anybody may have written it: everything that the
 * form, the database or a page could choke on is refused here, in sentences that say what to change.
 */
import { wholeLetters } from '../../platform/files/whole-letters.js';
import { t } from '../../platform/language/t.js';
import { sayNumber } from '../../platform/say.js';
import { type Mapping, MappingInvalid, parseMapping, readMappingFile } from '../imports/mapping.js';

/** Ten times what a mapping of eight questions in two languages takes. */
export const MOST_MAPPING_BYTES = 256 * 1024;

/** As much as the form can send back. */
const LONGEST_TEXT = 1000;
const LONGEST_UNIT = 200;
const LONGEST_FORMAT = 60;
const MOST_MEANINGS = 600;

/** `drivers.friendly.map` and its texts: nothing of a mapping lies deeper. */
const DEEPEST = 4;

const MOST_SENTENCES = 10;
const LONGEST_SENTENCE = 300;

/**
 * The mapping document in a file, checked.
 * @throws MappingInvalid with at most ten sentences
 */
export function readSentMapping(content: Uint8Array): Record<string, unknown> {
  try {
    const json = readMappingFile(textOf(content));
    if (isDeep(json))
      throw new MappingInvalid([t('It is nested deeper than any mapping. Is it another kind of file?')]);
    const problems = tooMuchIn(json, parseMapping(json));
    if (problems.length > 0) throw new MappingInvalid(problems);
    return wholeLetters(json as Record<string, unknown>);
  } catch (error) {
    throw error instanceof MappingInvalid ? new MappingInvalid(fewOf(error.sentences)) : error;
  }
}

function textOf(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw new MappingInvalid([t('It isn’t written in UTF-8. Save it as UTF-8 and send it again.')]);
  }
}

/** Level by level: a file of brackets alone would exhaust whatever calls itself for each. */
function isDeep(json: unknown): boolean {
  let level = [json];
  for (let depth = 0; depth <= DEEPEST; depth += 1)
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  return level.length > 0;
}

/** What the form could not send back: it takes texts of a certain length, and so many answers. */
function tooMuchIn(json: unknown, { unit, time, answers }: Mapping): string[] {
  const meanings = answers.reduce((sum, { values }) => sum + values.size, 0);
  return [
    ...textsIn(json).filter((text) => text.length > LONGEST_TEXT),
    ...[...unit.aliases.values()].filter((text) => text.length > LONGEST_UNIT),
    ...[time.format].filter((text) => text.length > LONGEST_FORMAT),
  ]
    .map(sayLong)
    .concat(meanings > MOST_MEANINGS ? [sayMany(meanings)] : []);
}

const sayMany = (meanings: number) =>
  t('It gives {n} answers a meaning, and the form holds {most}.', {
    n: sayNumber(meanings),
    most: sayNumber(MOST_MEANINGS),
  });

/** Every name and every text of the document. */
function textsIn(json: unknown): string[] {
  if (typeof json === 'string') return [json];
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([name, inner]) => [name, ...textsIn(inner)]);
}

const SHOWN = 40;

const sayLong = (text: string) =>
  t('“{text}…” is too long for the form. Shorten it.', { text: [...text].slice(0, SHOWN).join('') });

function fewOf(sentences: readonly string[]): string[] {
  const shown = sentences.slice(0, MOST_SENTENCES).map(shortened);
  const more = sentences.length - shown.length;
  return more > 0
    ? [...shown, t('{n, plural, one {# thing more} other {# things more}} like these.', { n: more })]
    : shown;
}

function shortened(sentence: string): string {
  const letters = [...sentence];
  return letters.length > LONGEST_SENTENCE ? `${letters.slice(0, LONGEST_SENTENCE - 1).join('')}…` : sentence;
}
