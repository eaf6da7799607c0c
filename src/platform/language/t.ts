import { IntlMessageFormat } from 'intl-messageformat';
import { type Catalogue, readCatalogue } from './catalogue.js';
import { type Language, language, locale } from './language.js';
import { type Fill, type MessageValues, quickFill } from './quick-fill.js';

export type { MessageValues };

const catalogues = new Map<Language, Catalogue>();

const fills = new Map<Language, Map<string, Fill>>();

/**
 * A sentence of the interface in the reader's language, English where there is no translation. `message` is the English
 * text, always a literal, in ICU MessageFormat: '{name} asked you', '{n, plural, one {# branch} other {# branches}}'.
 * Values are put in as they are: numbers outside plurals arrive as strings from platform/say.ts.
 * @throws Error when a value that the message names is missing
 */
export function t(message: string, values?: MessageValues): string {
  const translated = catalogueOf(language()).get(message) ?? message;
  return values === undefined ? translated : fillOf(translated)(values);
}

/** Marks a message that is said later, through `t(constant)`: a table of words, a decorator. Says it back unchanged. */
export function msg<T extends string>(message: T): T {
  return message;
}

function catalogueOf(language: Language): Catalogue {
  const known = catalogues.get(language);
  if (known) return known;
  const read = readCatalogue(language);
  catalogues.set(language, read);
  return read;
}

/** Read once per message: reading costs a hundred times what filling in costs. */
function fillOf(message: string): Fill {
  const byMessage = fillsOf(language());
  const known = byMessage.get(message);
  if (known) return known;
  const format = new IntlMessageFormat(message, locale(), undefined, { ignoreTag: true });
  const fill = quickFill(format.getAst(), locale()) ?? ((values) => format.format(values) as string);
  byMessage.set(message, fill);
  return fill;
}

function fillsOf(language: Language): Map<string, Fill> {
  const known = fills.get(language) ?? new Map<string, Fill>();
  fills.set(language, known);
  return known;
}
