import { describe, expect, it } from '@jest/globals';
import { addChunk, emptyTally, sayResult } from './tally.js';

const row = (emotion?: number) => ({
  unitId: 1,
  answeredAt: new Date(0),
  comment: null,
  mayContact: null,
  identity: '',
  answers: emotion === undefined ? {} : { emotion },
});

describe('what an import did', () => {
  const landed = { new: 2, changed: 1, unchanged: 0 };
  const tally = addChunk(emptyTally(), { read: 4, rejected: 1, rows: [row(2), row(-2), row()], landed });

  it('adds up chunk by chunk', () => {
    const twice = addChunk(tally, { read: 4, rejected: 1, rows: [row(2), row(0), row()], landed });
    expect(twice).toMatchObject({ read: 8, new: 4, changed: 2, rejected: 2, withEmotion: 4, withoutEmotion: 2 });
    expect(twice.emotions).toEqual({ delighted: 2, satisfied: 0, neutral: 1, disappointed: 0, irritated: 1 });
  });

  it('counts previews and tests of the survey apart, and says so', () => {
    const tests = addChunk(tally, {
      read: 3,
      rejected: 0,
      tests: 3,
      rows: [],
      landed: { new: 0, changed: 0, unchanged: 0 },
    });
    expect(tests).toMatchObject({ read: 7, rejected: 1, tests: 3 });
    expect(sayResult({ ...tests, rejects: null })).toContain('3 previews and tests left out.');
    expect(tally).not.toHaveProperty('tests');
  });

  it('is said in two sentences, and where the rejects are', () => {
    expect(sayResult({ ...tally, rejects: 'rejects.csv' })).toBe(
      '4 lines read: 2 new, 1 changed, 0 unchanged, 1 rejected.\n' +
        '2 with an emotion: 1 delighted, 0 satisfied, 0 neutral, 0 disappointed and 1 irritated.\n' +
        'The rejected lines and their reasons are in rejects.csv',
    );
  });
});
