import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DraftChange } from './draft.js';
import { lastStep, stepsOf } from './history.js';

const GRACE = { id: 1, name: 'Grace' };
const TOM = { id: 2, name: 'Tom' };

/** Changes from the oldest on, a minute apart, as words; `undo 3` takes back everything from revision 3 on. */
function changes(words: string[], by: (index: number) => typeof GRACE = () => GRACE, apartMinutes = 1): DraftChange[] {
  return words
    .map((text, index) => ({
      revision: index + 2,
      undoes: text.startsWith('undo ') ? Number(text.slice(5)) : null,
      words: text,
      changedAt: new Date(Date.UTC(2027, 1, 10, 9, index * apartMinutes)),
      changedBy: by(index),
    }))
    .reverse();
}

const said = (list: DraftChange[]) => stepsOf(list).map((step) => `${step.words}${step.undone ? ' (undone)' : ''}`);

describe('the history of a draft', () => {
  it('shows saves of one thing by one person, soon after each other, as one step', () => {
    const list = changes(['wrote', 'wrote', 'wrote', 'moved', 'wrote']);
    expect(said(list)).toEqual(['wrote', 'moved', 'wrote']);
    expect(stepsOf(list).map(({ from, to }) => [from, to])).toEqual([
      [6, 6],
      [5, 5],
      [2, 4],
    ]);
  });

  it.each([
    ['two people', changes(['wrote', 'wrote'], (index) => (index === 0 ? GRACE : TOM))],
    ['an hour between', changes(['wrote', 'wrote'], undefined, 60)],
    ['other words', changes(['wrote', 'drew'])],
  ])('shows two steps: %s', (_, list) => {
    expect(stepsOf(list)).toHaveLength(2);
  });

  it('knows what was taken back, and that the undo itself is not undone again', () => {
    const list = changes(['added', 'moved', 'undo 3', 'wrote']);
    expect(said(list)).toEqual(['wrote', 'undo 3 (undone)', 'moved (undone)', 'added']);
    expect(lastStep(list)?.words).toBe('wrote');
  });

  it('goes back step by step to the beginning, and then has nothing to undo', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('wrote', 'moved', 'added'), { maxLength: 12 }), (words) => {
        const steps = stepsOf(changes(words)).length;
        const all: string[] = [...words];
        for (let times = 0; times < steps; times += 1) all.push(`undo ${lastStep(changes(all))!.from}`);
        expect(lastStep(changes(all))).toBeNull();
        expect(all.at(-1) ?? 'undo 2').toBe('undo 2');
      }),
    );
  });
});
