import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { branchProgress, reachProgress } from './branch-progress.js';

const ashbridge = {
  unitName: 'Ashbridge',
  called: 'branch',
  people: 12,
  took: 10,
  done: 9,
  weekday: 'Wednesday',
} as const;
const said = (facts: Partial<Parameters<typeof branchProgress>[0]>) => {
  const { figure, words } = branchProgress({ ...ashbridge, ...facts });
  return [figure, words].filter(Boolean).join(' ');
};

describe('how far a branch has come', () => {
  it.each([
    [{}, '9 of 12 colleagues in Ashbridge have finished Wednesday’s lesson.'],
    [{ done: 1 }, '1 of 12 colleagues in Ashbridge has finished Wednesday’s lesson.'],
    [{ done: 0 }, '0 of 12 colleagues in Ashbridge have finished Wednesday’s lesson.'],
    [{ weekday: null }, '10 of 12 colleagues in Ashbridge took part.'],
    [{ took: 0, done: 0 }, 'Nobody in Ashbridge has started yet. You could be the first.'],
    [{ people: 4, took: 2, done: 1 }, 'Your branch has joined.'],
    [{ people: 2, took: 0, done: 0 }, 'A lesson or a pledge, and your branch has joined.'],
    [{ people: 3, took: 3, called: 'team' }, 'Your team has joined.'],
  ] as const)('%j: %s', (facts, sentence) => {
    expect(said(facts)).toBe(sentence);
  });

  it('prints no figure about fewer than five people', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.nat(4), fc.nat(4), (people, took, done) => {
        expect(said({ people, took: Math.min(took, people), done: Math.min(done, people) })).not.toMatch(/\d/);
      }),
    );
  });
});

describe('how far the teams of a manager have come', () => {
  it.each([
    [41, 31, '31 of 41', 'teams have joined.'],
    [1, 1, '1 of 1', 'team has joined.'],
    [41, 0, null, 'None of your 41 teams has started yet.'],
  ])('%i teams, %i joined', (units, joined, figure, words) => {
    expect(reachProgress({ units, joined })).toMatchObject({ figure, words });
  });
});
