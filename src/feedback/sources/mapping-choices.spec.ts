import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseMapping } from '../imports/mapping.js';
import type { ColumnProfile } from './column-profile.js';
import { type Choices, choicesOf, mappingOf, noChoices, QUESTIONS } from './mapping-choices.js';
import { unknownUnits, upToDate } from './posted-choices.js';

const word = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() === text && text !== '');
const someChoices: fc.Arbitrary<Choices> = fc.record({
  unit: fc.record({
    column: word,
    match: fc.constantFrom('code' as const, 'shortCode' as const, 'name' as const),
    aliases: fc.uniqueArray(fc.record({ text: word, means: word }), { selector: ({ text }) => text }),
  }),
  time: fc.record({
    column: word,
    clock: fc.oneof(fc.constant(''), word),
    format: fc.constantFrom('ISO', 'd/M/yyyy H:mm'),
    zone: fc.constant('Europe/London'),
  }),
  responseId: fc.oneof(fc.constant(''), word),
  questions: fc.record(Object.fromEntries(QUESTIONS.map((question) => [question, word]))) as fc.Arbitrary<
    Choices['questions']
  >,
  meanings: fc.constant(QUESTIONS.map((question) => ({ question, text: 'good', means: '4' }))),
  comments: fc.uniqueArray(word, { maxLength: 2 }),
  contact: fc.record({
    column: word,
    meanings: fc.constant([
      { text: 'Ja', means: 'yes' },
      { text: '?', means: 'none' },
    ]),
  }),
  encoding: fc.constant('' as const),
  ignore: fc.uniqueArray(word, { maxLength: 2 }),
});

describe('the choices of a mapping form', () => {
  it('make a mapping that can be read, and come back from it as they were', () => {
    fc.assert(
      fc.property(someChoices, (choices) => {
        const safe = !JSON.stringify(choices).includes('__proto__');
        fc.pre(safe);
        const mapping = mappingOf(choices);
        expect(() => parseMapping(mapping)).not.toThrow();
        const again = choicesOf(JSON.parse(JSON.stringify(mapping)) as Record<string, unknown>);
        expect(mappingOf(again)).toEqual(mapping);
      }),
    );
  });

  it('leave out answers that nobody has given a meaning, and keep those that mean none', () => {
    const meanings = [
      { question: 'emotion' as const, text: 'Fine', means: '4' },
      { question: 'emotion' as const, text: 'Purple', means: '' },
      { question: 'emotion' as const, text: 'N/A', means: 'none' },
    ];
    const choices = { ...noChoices(), questions: { ...noChoices().questions, emotion: 'felt' }, meanings };
    expect(mappingOf(choices)).toMatchObject({ emotion: { column: 'felt', map: { Fine: 'satisfied', 'N/A': null } } });
  });

  it('come from mappings of the command line too: short forms, numbers for emotions, no map at all', () => {
    const choices = choicesOf({
      unit: 'branch',
      time: { column: 'when' },
      ease: 'easy',
      emotion: { column: 'felt', map: { x: -2 } },
    });
    expect(choices.questions).toMatchObject({ ease: 'easy', emotion: 'felt' });
    expect(choices.meanings.filter(({ question }) => question === 'ease')).toHaveLength(5);
    expect(choices.meanings.at(-1)).toEqual({ question: 'emotion', text: 'x', means: '1' });
    expect(choices.unit.column).toBe('branch');
  });
});

const profile = (key: string, ...texts: string[]): ColumnProfile => ({
  ...{ key, label: key, at: 0, filled: texts.length, distinct: texts.length, length: 5 },
  values: texts.map((text) => ({ text, times: 1 })),
});

describe('what is posted', () => {
  const before = { ...noChoices(), questions: { ...noChoices().questions, ease: 'old' } };
  const said = { question: 'ease' as const, text: 'Easy', means: '1' };

  it('keeps what was said of a column, and adds what else was found in it', () => {
    const { meanings } = upToDate({ ...before, meanings: [said] }, before, [profile('old', 'Easy', 'Difficult')]);
    expect(meanings).toContainEqual(said);
    expect(meanings).toContainEqual({ question: 'ease', text: 'Difficult', means: '2' });
    expect(meanings.filter(({ text }) => text.toLowerCase() === 'easy')).toHaveLength(1);
  });

  it('forgets the answers of a column that is no longer chosen', () => {
    const posted = { ...before, questions: { ...before.questions, ease: 'new' }, meanings: [said] };
    expect(upToDate(posted, before, [profile('new', '5', '1')]).meanings).not.toContainEqual(said);
    expect(upToDate({ ...posted, questions: noChoices().questions }, before, []).meanings).toEqual([]);
  });

  it('finds a column again whose name has a line break', () => {
    const posted = { ...before, questions: { ...before.questions, ease: 'How\r\neasy?' } };
    expect(upToDate(posted, before, [profile('How\neasy?', '5')]).questions.ease).toBe('How\neasy?');
  });

  it('asks about texts that are no units, and keeps what was said of them', () => {
    const choices = {
      ...noChoices(),
      unit: { column: 'b', match: 'code' as const, aliases: [{ text: 'Ash', means: '000001' }] },
    };
    const units = [{ id: 1, code: '000001', name: 'Ashbridge', places: [], mergers: [] }];
    expect(unknownUnits(choices, [profile('b', '000001', 'Ash', 'Mill')], units).shown).toEqual([
      { text: 'Ash', means: '000001' },
      { text: 'Mill', means: '' },
    ]);
  });
});
