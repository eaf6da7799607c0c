import { describe, expect, it } from '@jest/globals';
import { inPieces, tryOut } from './trial.js';

describe('trying rules on comments', () => {
  const comments = ['A long queue', 'So rude', 'Rude in the queue', 'Nothing'];

  it('says what is found newly and what is lost', () => {
    const trial = tryOut(comments, { en: 'queue', cy: '' }, { en: 'rude', cy: '' });
    expect(trial).toMatchObject({ of: 4, before: 2, after: 2 });
    expect(trial.gained.map(({ comment }) => comment)).toEqual(['So rude']);
    expect(trial.lost.map(({ comment }) => comment)).toEqual(['A long queue']);
  });

  it('gains everything when nothing was published', () =>
    expect(tryOut(comments, null, { en: 'queue', cy: '' }).gained).toHaveLength(2));

  it('shows where', () =>
    expect(
      inPieces('abcdef', [
        { start: 3, end: 5 },
        { start: 1, end: 4 },
      ]),
    ).toEqual([
      { text: 'a', found: false },
      { text: 'bcd', found: true },
      { text: 'e', found: true },
      { text: 'f', found: false },
    ]));
});
