import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Version, withoutImports } from './without-imports.js';

/** An answer as a model of the database: the pile with its values, history rows counted up from 1. */
interface Held extends Version {
  value: number;
}
type Pile = readonly Held[];

let rows = 0;

/** What landing does: nothing where the values are the same, else the old ones go into the history. */
function imported(pile: Pile, importId: number, value: number): Pile {
  const top = pile.at(-1);
  if (top?.value === value) return pile;
  const row = top ? (rows += 1) : null;
  const covered = pile.map((one) => (one === top ? { ...one, heldBy: row } : one));
  return [...covered, { importId, value, heldBy: null, enteredBy: row, known: true }];
}

/** What an undo does with what the rule says: rows of the history are kept, filled anew or thrown away. */
function undone(pile: Pile, ids: readonly number[]): Pile {
  if (pile.length === 0) return pile;
  const { top, history, outcome } = withoutImports(pile, new Set(ids));
  if (top === null) return [];
  const heldIn = new Map(pile.map((one) => [one.heldBy, one]));
  const below = history.map(({ row, keeps }) => ({ ...heldIn.get(keeps)!, heldBy: row }));
  const value = outcome === 'unknown' ? pile.at(-1)!.value : pile.find((one) => one === top)!.value;
  return [...below, { ...top, value, heldBy: null, known: true }].map((one, at, all) => ({
    ...one,
    enteredBy: all[at - 1]?.heldBy ?? null,
  }));
}

const inOrder = (values: readonly (number | null)[], leftOut: ReadonlySet<number> = new Set()): Pile =>
  values.reduce<Pile>((pile, value, id) => (value === null || leftOut.has(id) ? pile : imported(pile, id, value)), []);

const inForce = (pile: Pile) => pile.at(-1)?.value ?? null;

describe('an answer without some of its imports', () => {
  // Import 0 says 1, import 1 says 2, import 2 says 3.
  it.each([
    { undo: [[2]], is: 2, said: 'the last: the values before are in force again' },
    { undo: [[1]], is: 3, said: 'one in the middle: what was changed later stays' },
    { undo: [[0]], is: 3, said: 'the one that added it, corrected since: it stays as it was corrected' },
    { undo: [[1], [2]], is: 1, said: 'the middle, then the last' },
    { undo: [[2], [1]], is: 1, said: 'the last, then the middle' },
    { undo: [[1, 2]], is: 1, said: 'both at once' },
    { undo: [[0], [2]], is: 2, said: 'the first, then the last' },
    { undo: [[0], [1], [2]], is: null, said: 'all of them: it is gone' },
    { undo: [[2], [0], [1]], is: null, said: 'all of them in another order' },
  ])('$said', ({ undo, is }) => {
    expect(inForce(undo.reduce(undone, inOrder([1, 2, 3])))).toBe(is);
  });

  it('that an import has found as it was goes with the import that brought it', () => {
    expect(inForce(undone(inOrder([1, 1]), [0]))).toBeNull();
  });

  it('keeps the later values where the earlier ones have been deleted, until those are undone as well', () => {
    const deleted = inOrder([1, 2]).map((one, at) => ({ ...one, known: at > 0 }));
    const kept = undone(deleted, [1]);
    expect(kept).toMatchObject([{ importId: 0, value: 2 }]);
    expect(undone(kept, [0])).toEqual([]);
  });

  const different = fc
    .array(fc.option(fc.nat(1), { freq: 3 }), { maxLength: 8 })
    // Every import that names the answer says something new.
    .map((named) => named.map((one, id) => (one === null ? null : id * 2 + one)));

  it('is what importing only the others gives, whichever are undone and in whatever order', () => {
    fc.assert(
      fc.property(different, fc.array(fc.array(fc.nat(7), { maxLength: 3 }), { maxLength: 5 }), (values, undos) => {
        const left = undos.reduce<Pile>(undone, inOrder(values));
        const rest = inOrder(values, new Set(undos.flat()));
        expect(left.map(({ importId, value }) => [importId, value])).toEqual(
          rest.map(({ importId, value }) => [importId, value]),
        );
        expect(left.filter(({ heldBy }) => heldBy === null)).toHaveLength(left.length > 0 ? 1 : 0);
      }),
      { seed: 17, numRuns: 2000 },
    );
  });

  const any = fc.array(fc.option(fc.nat(2), { freq: 4 }), { maxLength: 7 });

  it('has the values of the last import left that had changed it, also where others found it as it was', () => {
    fc.assert(
      fc.property(any, fc.uniqueArray(fc.nat(6), { maxLength: 4 }), fc.nat(), (values, ids, turn) => {
        const pile = inOrder(values);
        const order = [...ids.slice(turn % (ids.length + 1)), ...ids.slice(0, turn % (ids.length + 1))];
        const left = order.reduce<Pile>((now, id) => undone(now, [id]), pile);
        expect(inForce(left)).toBe(pile.findLast(({ importId }) => !ids.includes(importId))?.value ?? null);
        expect(left).toEqual(undone(pile, ids));
      }),
      { seed: 19, numRuns: 2000 },
    );
  });
});
