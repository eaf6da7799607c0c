import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { answersIn, NOTHING_SAID, readState, withChosen, withTurns, writeState } from './preview-state.js';

const name = fc.stringMatching(/^[a-z0-9-]{1,20}$/);
const turns = fc.array(fc.record({ node: name, choice: name }), { minLength: 1, maxLength: 5 });

describe('what was said in a preview', () => {
  it('is in the address, and read back from it', () => {
    fc.assert(
      fc.property(
        fc.dictionary(name, turns, { maxKeys: 3, noNullPrototype: true }),
        fc.dictionary(name, fc.array(name, { minLength: 1, maxLength: 3 }), { maxKeys: 3, noNullPrototype: true }),
        (said, chosen) => {
          const state = { turns: new Map(Object.entries(said)), chosen: new Map(Object.entries(chosen)) };
          expect(readState(writeState(state))).toEqual(state);
          expect(writeState(state)).toMatch(/^[a-z0-9.*!~-]*$/);
        },
      ),
    );
  });

  it.each([undefined, ['a'], '', '~~~', 'x', 'x*', '*a.b', 'x*A.b', '<script>', `x*${'a.'.repeat(5000)}a`, 'x!a..b'])(
    '%j is nothing',
    (text) => expect(readState(text)).toEqual(NOTHING_SAID),
  );

  it('half a turn is left out', () =>
    expect([...readState('x*a.b.c').turns]).toEqual([['x', [{ node: 'a', choice: 'b' }]]]));

  it('grows by what is said and answered, and goes when it is taken back', () => {
    const said = withTurns(NOTHING_SAID, 'parcel', [{ node: 'opening', choice: 'a' }]);
    const both = withChosen(said, 'sure', ['listen']);
    expect(writeState(both)).toBe('parcel*opening.a~sure!listen');
    expect(writeState(withTurns(both, 'parcel', []))).toBe('sure!listen');
    expect(answersIn(both)).toEqual([
      { key: 'parcel', answer: { turns: [{ node: 'opening', choice: 'a' }] } },
      { key: 'sure', answer: { chosen: ['listen'] } },
    ]);
  });
});
