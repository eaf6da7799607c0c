import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { matcherOf } from './matcher.js';
import { mutated } from './mutations.js';
import { readRules } from './rules.js';

const found = (rules: string, text: string, language: 'en' | 'cy' = 'en') =>
  matcherOf([{ id: 1, en: '', cy: '', [language]: rules }])(text).flatMap(({ spans }) =>
    spans.map(({ start, end }) => text.slice(start, end)),
  );

describe('a rule', () => {
  it.each([
    ['queue', 'A long QUEUE again', ['QUEUE']],
    ['queue', 'queues', []],
    ['queu*', 'Queues, queuing', ['Queues', 'queuing']],
    ['sent elsewhere', 'I was sent elsewhere.', ['sent elsewhere']],
    ['"sent elsewhere"', 'sent  elsewhere', ['sent  elsewhere']],
    ['sent elsewhere', 'It was sent. Elsewhere is fine', []],
    ['queue NEAR/3 long', 'the queue was very long', ['queue was very long']],
    ['queue NEAR/3 long', 'a long, slow queue', ['long, slow queue']],
    ['queue NEAR/3 long', 'queue was a bit too long', []],
    ['didn’t know', "They didn't know", ["didn't know"]],
    ['cafe', 'Café upstairs', ['Café']],
    ['self-service', 'the self service till', ['self service']],
    ['kind\n- what kind', 'What kind of form? A kind one.', ['kind']],
    ['friendl*\n- not friendly', 'not friendly', []],
  ])('%j finds in “%s”', (rules, text, spans) => expect(found(rules, text)).toEqual(spans));

  it.each([
    ['caredig', 'yn garedig', 'garedig'],
    ['caredig', 'a charedig', 'charedig'],
    ['caredig', 'fy ngharedig', 'ngharedig'],
    ['parsel*', 'ei pharseli', 'pharseli'],
    ['gwên', 'dim wên', 'wên'],
    ['llythyr', 'dau lythyr', 'lythyr'],
    ['rhestr', 'y restr', 'restr'],
    ['esbon*', 'ei hesboniad', 'hesboniad'],
    ['tŷ', 'y ty', 'ty'],
  ])('in Welsh %j finds the mutated word in “%s”', (rules, text, span) =>
    expect(found(rules, text, 'cy')).toEqual([span]),
  );

  it('does not mutate English', () => expect(found('cold', 'Gold and old')).toEqual([]));

  it.each([
    ['a.*b', 'Use letters and figures only, and a star only at the end of a word.'],
    ['que*e', 'Use letters and figures only, and a star only at the end of a word.'],
    ['qu*', 'Give at least three letters before a star.'],
    ['a'.repeat(61), 'Keep each word to 60 letters.'],
    ['queue NEAR/99 long', 'After NEAR/ comes a number from 1 to 9.'],
    ['long queue NEAR/2 slow', 'Write NEAR between two single words, such as: queue NEAR/3 long'],
    ['one two three four five six seven', 'Use six words at most in a row.'],
  ])('%j cannot be read', (line, sentence) =>
    expect(readRules(`# of no use\n\n${line}`, 'en').problems).toEqual([{ line: 3, sentence }]),
  );

  it('is one of 300 at most', () => {
    const many = Array.from({ length: 301 }, (_, i) => `word${i}`).join('\n');
    expect(readRules(many, 'en').problems).toEqual([{ line: 301, sentence: 'Keep to 300 rules in a language.' }]);
  });
});

describe('the matcher', () => {
  it('says which themes and where, in the order of their numbers', () => {
    const match = matcherOf([
      { id: 9, en: 'queue', cy: 'ciw' },
      { id: 4, en: 'rude', cy: '' },
    ]);
    expect(match('Rude, and a queue. Giw hir.')).toEqual([
      { id: 4, spans: [{ start: 0, end: 4 }] },
      {
        id: 9,
        spans: [
          { start: 12, end: 17 },
          { start: 19, end: 22 },
        ],
      },
    ]);
  });

  it('takes ten times as long for ten times the text, whatever the rule', () => {
    const match = matcherOf([{ id: 1, en: 'aaa* NEAR/9 bbb\naaa aaa aaa aaa aaa bbb\naaa', cy: '' }]);
    const started = performance.now();
    match('aaa '.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('takes any text and any rules', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.string({ unit: 'binary', maxLength: 80 }),
        (rules, text) => {
          const all = matcherOf([{ id: 1, en: rules, cy: rules }])(text);
          for (const { start, end } of all.flatMap(({ spans }) => spans)) expect(text.slice(start, end)).not.toBe('');
        },
      ),
    );
  });
});

it('mutated forms begin with the plain one', () => {
  expect(mutated('pobl')).toEqual(['pobl', 'bobl', 'mhobl', 'phobl']);
  expect(mutated('gwasanaeth')).toEqual(['gwasanaeth', 'wasanaeth', 'ngwasanaeth']);
  expect(mutated('siop')).toEqual(['siop']);
});
