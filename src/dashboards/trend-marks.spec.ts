import { describe, expect, it } from '@jest/globals';
import { marksIn, stepsOf, within, wordsByStep } from './trend-marks.js';

const FROM = '2027-01-04';
const WEEKLY = { weeks: 1, points: 20 };
const on = (day: string, what = 'training') => ({ on: day, what, words: `${what} of ${day}`, path: null });

describe('what happened, beneath a line', () => {
  it('belongs to weeks from their Monday to their last Sunday, the newest first', () => {
    const days = ['2027-01-10', '2027-01-11', '2027-01-24', '2027-01-25'].map((day) => on(day));
    const found = within(days, { from: '2027-01-11', to: '2027-01-18' });
    expect(found.map((one) => one.on)).toEqual(['2027-01-24', '2027-01-11']);
  });

  it('is told at its step, in order, and nowhere when it is not drawn', () => {
    const told = wordsByStep(
      [on('2027-01-14'), on('2027-01-12', 'a counter'), on('2026-12-31'), on('2028-01-01')],
      FROM,
      WEEKLY,
    );
    expect([...told]).toEqual([[1, ['a counter of 2027-01-12', 'training of 2027-01-14']]]);
  });

  it.each([
    [
      { from: '2026-12-28', to: '2027-01-11' },
      { from: 0, to: 1 },
    ],
    [
      { from: '2027-05-17', to: '2027-06-28' },
      { from: 19, to: 19 },
    ],
    [{ from: '2026-11-30', to: '2026-12-28' }, null],
  ])('%j takes the steps %j', (span, steps) => expect(stepsOf(span, FROM, WEEKLY)).toEqual(steps));
});

describe('the marks on a line', () => {
  it('share a label when they are nearer than six steps', () => {
    const near = marksIn([on('2027-01-04'), on('2027-02-08', 'counter')], FROM, WEEKLY);
    expect(near).toEqual([
      { at: 0, label: 'Training and counter' },
      { at: 5, label: '' },
    ]);
    const apart = marksIn([on('2027-01-04'), on('2027-02-15', 'counter')], FROM, WEEKLY);
    expect(apart).toEqual([
      { at: 0, label: 'Training' },
      { at: 6, label: 'Counter' },
    ]);
  });
});
