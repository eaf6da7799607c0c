import { describe, expect, it } from '@jest/globals';
import { asideKeys, type Decided, isAside, sayDecided, untilOf } from './decided.js';

const decided = (card: string, kind: 'aside' | 'done', until: string, note: string | null = null): Decided => ({
  ...{ card, title: card, kind, note, until, decidedAt: new Date('2027-02-10T10:00:00Z') },
});

describe('a card that was put aside', () => {
  it.each([
    ['aside', '2027-02-24'],
    ['done', '2027-03-10'],
    ['back', null],
  ] as const)('%s: it may stand there again from %s', (kind, until) => expect(untilOf(kind, '2027-02-10')).toBe(until));

  it.each([
    ['2027-02-23', true],
    ['2027-02-24', false],
  ])('on %s it is away: %s', (today, away) => expect(isAside({ until: '2027-02-24' }, today)).toBe(away));

  it('leaves its place to the next, and what is over does not', () => {
    const all = [decided('attention:a', 'aside', '2027-02-24'), decided('training', 'done', '2027-02-01', 'Rang them')];
    expect(asideKeys(all, '2027-02-10')).toEqual(new Set(['attention:a']));
  });

  it.each([
    [decided('a', 'aside', '2027-02-24'), 'Put aside until 24 February 2027'],
    [decided('a', 'aside', '2027-02-24', 'On leave'), 'Put aside until 24 February 2027: “On leave”'],
    [decided('a', 'done', '2027-03-10', 'Moved it'), 'Done: “Moved it”. Back from 10 March 2027 if it is still so'],
  ])('is said', (one, words) => expect(sayDecided(one)).toBe(words));
});
