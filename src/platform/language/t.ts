import { IntlMessageFormat } from 'intl-messageformat';
import { type Catalogue, readCatalogue } from './catalogue.js';
import { type Language, language, locale } from './language.js';

export type MessageValues = Record<string, string | number>;

const catalogues = new Map<Language, Catalogue>();
type Fill = (values: MessageValues) => string;

const fills = new Map<string, Fill>();

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
  const key = `${language()} ${message}`;
  const known = fills.get(key);
  if (known) return known;
  const format = new IntlMessageFormat(message, locale(), undefined, { ignoreTag: true });
  const fill = textOnly(format) ?? ((values) => format.format(values) as string);
  fills.set(key, fill);
  return fill;
}

/** A message that only puts texts in, without plurals, is joined: pages say them by the hundred. */
function textOnly(format: IntlMessageFormat): Fill | null {
  const parts = format.getAst();
  if (!parts.every(({ type }) => type === LITERAL || type === ARGUMENT)) return null;
  const texts = parts as { type: number; value: string }[];
  return (values) => {
    if (Object.values(values).some((value) => typeof value === 'number')) return format.format(values) as string;
    return texts.map(({ type, value }) => (type === LITERAL ? value : given(values, value, format))).join('');
  };
}

/** The two kinds of part of ICU MessageFormat that hold no rule. */
const [LITERAL, ARGUMENT] = [0, 1];

/** @throws Error as the formatter does when a value is missing */
function given(values: MessageValues, name: string, format: IntlMessageFormat): string {
  return name in values ? String(values[name]) : (format.format(values) as string);
}
