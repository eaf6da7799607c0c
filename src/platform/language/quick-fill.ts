/**
 * Messages of texts, values and plurals, which nearly all are, filled in at a tenth of what the library's own formatter
 * costs: pages say them by the hundred. Everything else of ICU MessageFormat is left to the library.
 */
import type { IntlMessageFormat } from 'intl-messageformat';

export type MessageValues = Record<string, string | number>;
export type Fill = (values: MessageValues) => string;

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** A part of a message; `count` is the number of the plural that it stands in. */
type Part = (values: MessageValues, count: number | null) => string;

/** The kinds of part in the library's reading of a message (TYPE of its parser). */
const [LITERAL, ARGUMENT, PLURAL, POUND] = [0, 1, 6, 7] as const;

/**
 * @param message as the library has read it
 * @returns null for a message with parts of other kinds
 */
export function quickFill(message: readonly Element[], locale: string): Fill | null {
  const whole = joined(message, { number: new Intl.NumberFormat(locale), rules: new Intl.PluralRules(locale) });
  return whole && ((values) => whole(values, null));
}

interface Words {
  number: Intl.NumberFormat;
  /** Of counting: one branch, two branches. */
  rules: Intl.PluralRules;
}

function joined(elements: readonly Element[], words: Words): Part | null {
  const parts = elements.map((element) => partOf(element, words));
  if (!parts.every((part) => part !== null)) return null;
  const [first = () => ''] = parts;
  return parts.length < 2 ? first : (values, count) => parts.reduce((text, part) => text + part(values, count), '');
}

function partOf(element: Element, words: Words): Part | null {
  if (element.type === LITERAL) return () => element.value;
  if (element.type === ARGUMENT) return (values) => String(given(values, element.value));
  if (element.type === POUND) return (_values, count) => (count === null ? '' : words.number.format(count));
  if (element.type !== PLURAL || element.pluralType !== 'cardinal') return null;
  const options = Object.entries(element.options).map(([key, { value }]) => [key, joined(value, words)] as const);
  if (!options.every((option): option is readonly [string, Part] => option[1] !== null)) return null;
  return plural(element.value, element.offset, new Map(options), words.rules);
}

/** `=0` goes before the rule of the language, `other` is for what has no words of its own. */
function plural(name: string, offset: number, options: ReadonlyMap<string, Part>, rules: Intl.PluralRules): Part {
  return (values) => {
    const value = given(values, name);
    const count = Number(value) - offset;
    const option = options.get(`=${value}`) ?? options.get(rules.select(count)) ?? options.get('other');
    if (!option) throw new Error(`The message has no words for ${value} of ${name}.`);
    return option(values, count);
  };
}

/** @throws Error when the value is missing */
function given(values: MessageValues, name: string): string | number {
  if (name in values) return values[name]!;
  throw new Error(`The message wants a value for ${name}.`);
}
