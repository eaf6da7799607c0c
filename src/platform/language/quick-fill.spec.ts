import { describe, expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { readCatalogue } from './catalogue.js';
import { quickFill } from './quick-fill.js';

const NUMBERS = [0, 1, 2, 3, 4, 5, 6, 11, 21, 100, 1234567];

const catalogue = [...readCatalogue('cy')];
const said = [
  ...catalogue.map(([english]) => ['en-GB', english] as const),
  ...catalogue.map(([, welsh]) => ['cy-GB', welsh] as const),
];

/** Every name in braces: a number for all of them, or a word where none is counted. */
const namesIn = (message: string) => [...message.matchAll(/\{\s*(\w+)/g)].map(([, name]) => name!);

describe('a message filled in quickly', () => {
  it('is what the library says, for every message that takes values, in both languages and for every kind of number', () => {
    const wrong = said
      .filter(([, message]) => message.includes('{'))
      .flatMap(([locale, message]) => {
        const library = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
        const quick = quickFill(library.getAst(), locale);
        if (quick === null) return [];
        return NUMBERS.map((n) => Object.fromEntries(namesIn(message).map((name) => [name, n])))
          .filter((values) => quick(values) !== library.format(values))
          .map((values) => ({ message, locale, values }));
      });
    expect(wrong).toEqual([]);
  });

  it.each([
    ['{name} asked you', { name: '<b>{x}</b>' }, '<b>{x}</b> asked you'],
    ['{n, plural, =0 {nobody} one {# person} other {# people}}', { n: 0 }, 'nobody'],
    ['{n, plural, =0 {nobody} one {# person} other {# people}}', { n: 2400 }, '2,400 people'],
    ['{n, plural, offset:1 one {you and # more} other {you and # others}}', { n: 3 }, 'you and 2 others'],
    ['{all, plural, one {{mark} of # mark} other {{mark} of # marks}}', { mark: '1.5', all: 3 }, '1.5 of 3 marks'],
  ])('%s with %j is %s', (message, values, words) => {
    expect(quickFill(new IntlMessageFormat(message, 'en-GB').getAst(), 'en-GB')!(values)).toBe(words);
  });

  it('is left to the library where it holds anything else', () => {
    const message = new IntlMessageFormat('{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}', 'en-GB');
    expect(quickFill(message.getAst(), 'en-GB')).toBeNull();
  });

  it('refuses a value that is missing', () => {
    expect(() => quickFill(new IntlMessageFormat('{name} asked you', 'en-GB').getAst(), 'en-GB')!({})).toThrow('name');
  });
});
