import { describe, expect, it } from '@jest/globals';
import { readQuestion } from './question-content.js';

type Fields = Record<string, unknown>;

const option = (key: unknown, fraction: unknown, more: Fields = {}) => ({
  key,
  text: `Answer ${String(key)}`,
  fraction,
  feedback: 'Because.',
  ...more,
});

const question = (more: Fields = {}): Fields => ({
  kind: 'singleChoice',
  text: 'What do you say first?',
  options: [option('a', 1), option('b', 0)],
  feedback: { correct: 'Yes.', partly: null, incorrect: 'Not yet.' },
  ...more,
});

const sentences = (raw: unknown) => readQuestion(raw).problems.map((problem) => problem.sentence);

describe('a question in a content file', () => {
  it('is read with its fractions in lowest terms; drivers and marks are passed over', () => {
    const { value, problems } = readQuestion(question({ drivers: ['friendly'], marks: 2 }));
    expect(problems).toEqual([]);
    expect(value).toEqual({
      kind: 'singleChoice',
      text: 'What do you say first?',
      options: [
        { key: 'a', text: 'Answer a', fraction: '1', feedback: 'Because.' },
        { key: 'b', text: 'Answer b', fraction: '0', feedback: 'Because.' },
      ],
      feedback: { correct: 'Yes.', partly: null, incorrect: 'Not yet.' },
    });
  });

  it('takes 0.3333 for the third that its author meant', () => {
    const { value } = readQuestion(question({ options: [option('a', 1), option('b', 0.3333)] }));
    expect(value!.options[1]!.fraction).toBe('1/3');
  });

  it('takes true and false as keys even where YAML made them something else than text', () => {
    const raw = question({ kind: 'trueFalse', options: [option(true, 1), option(false, 0)] });
    expect(readQuestion(raw).value!.options.map((each) => each.key)).toEqual(['true', 'false']);
  });

  it.each<[string, Fields, string]>([
    ['an unknown kind', { kind: 'essay' }, 'Set “kind” to one of: singleChoice, multipleChoice, trueFalse.'],
    ['no text', { text: ' ' }, 'Write the question in “text”.'],
    ['one option only', { options: [option('a', 1)] }, 'List at least 2 under “options”.'],
    [
      'no right option',
      { options: [option('a', 0.5), option('b', 0)] },
      'No option is right; give the right one the fraction 1.',
    ],
    [
      'the same key twice',
      { options: [option('a', 1), option('a', 0, { text: 'B' })] },
      'Two options have the key “a”.',
    ],
    [
      'the same words twice',
      { options: [option('a', 1), option('b', 0, { text: 'Answer a' })] },
      'Two options say “Answer a”.',
    ],
    [
      'a fraction above one',
      { options: [option('a', 1), option('b', 2)] },
      'Option 2: give “fraction” as a number from -1 to 1, or as 1/3.',
    ],
    [
      'a fraction in words',
      { options: [option('a', 1), option('b', 'half')] },
      'Option 2: give “fraction” as a number from -1 to 1, or as 1/3.',
    ],
    [
      'no feedback for an option',
      { options: [option('a', 1), option('b', 0, { feedback: '' })] },
      'Option 2: write why it is right or not in “feedback”.',
    ],
    ['a slip in a field name', { feedbak: 'x' }, '“feedbak” is not a field here; correct its spelling or take it out.'],
  ])('with %s comes with a sentence', (_, change, sentence) => {
    const { value, problems } = readQuestion(question(change));
    expect(problems.map((problem) => problem.sentence.toLowerCase())).toContain(sentence.toLowerCase());
    expect(value).toBeNull();
  });

  it.each<[string, Fields, string]>([
    [
      'rights that do not make a whole',
      { options: [option('a', 0.5), option('b', 0.25)] },
      'The right options add up to 3/4; make their fractions add up to 1 (a third is 1/3).',
    ],
    [
      'nothing right',
      { options: [option('a', 0), option('b', -1)] },
      'No option is right; give the right ones fractions that add up to 1.',
    ],
  ])('of several answers, with %s', (_, change, sentence) => {
    expect(sentences(question({ kind: 'multipleChoice', ...change }))).toEqual([sentence]);
  });

  it.each<[string, unknown[], string]>([
    [
      'other keys',
      [option('yes', 1), option('no', 0)],
      'Give a true or false question two options, with the keys true and false.',
    ],
    ['both right', [option('true', 1), option('false', 1)], 'Give exactly one of true and false the fraction 1.'],
  ])('of true or false, with %s', (_, options, sentence) => {
    expect(sentences(question({ kind: 'trueFalse', options }))).toEqual([sentence]);
  });

  it('says where each problem is', () => {
    const { problems } = readQuestion(question({ options: [option('a', 1), option('b', 2)] }));
    expect(problems[0]!.path).toEqual(['options', 1, 'fraction']);
  });

  it('that is no group of fields at all is a sentence too', () => {
    expect(readQuestion('What?').problems.length).toBeGreaterThan(0);
    expect(readQuestion(null).value).toBeNull();
  });
});
