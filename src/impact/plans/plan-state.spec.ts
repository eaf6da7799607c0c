import { describe, expect, it } from '@jest/globals';
import { dueOf, sayState, sayUntouched, sayWave, stateOf } from './plan-state.js';
import type { WaveRow } from './wave-plans.queries.js';

const TODAY = '2027-02-10';
const STOPPED = new Date('2027-02-09T10:00:00Z');
const plan = { stoppedAt: null as Date | null, begun: 0, waves: 3, firstMonday: '2027-02-15' };
const course = { slug: 'make-it-easy', title: 'Make it easy', published: true };
const wave: WaveRow = {
  ...{ number: 0, startsOn: '2027-02-15', begunAt: null, assignmentId: null, dueOn: null },
  ...{ areas: 4, units: 30, asked: 0, finished: 0 },
};
const begun = { ...wave, begunAt: STOPPED, assignmentId: 7, asked: 80, finished: 20, dueOn: '2027-03-20' };

describe('a plan', () => {
  it.each([
    [{}, 'planned', 'Begins on 15 February 2027'],
    [{ begun: 1 }, 'running', '1 of 3 waves has begun'],
    [{ begun: 2 }, 'running', '2 of 3 waves have begun'],
    [{ begun: 3 }, 'begun', 'All waves have begun'],
    [{ stoppedAt: STOPPED }, 'stopped', 'Stopped; 0 of 3 waves have begun'],
    [{ stoppedAt: STOPPED, begun: 1 }, 'stopped', 'Stopped; 1 of 3 waves has begun'],
  ])('with %j is %s', (changed, state, says) => {
    expect(stateOf({ ...plan, ...changed })).toBe(state);
    expect(sayState({ ...plan, ...changed })).toBe(says);
  });
});

describe('a wave', () => {
  const says = (row: WaveRow, changed = {}, today = TODAY) => sayWave(row, { ...plan, course, ...changed }, today);

  it.each([
    ['still to come', says(wave), 'Waits for its Monday'],
    ['on its Monday', says(wave, {}, '2027-02-15'), 'Begins within the hour'],
    ['that cannot begin', says(wave, { course: { ...course, published: false } }, '2027-02-16'), /^Waits: nobody can/],
    ['of a plan that was stopped', says(wave, { stoppedAt: STOPPED }), 'Stopped before it began'],
    ['under way', says(begun), '20 of 80 have finished (25%)'],
    ['under way when the plan was stopped', says(begun, { stoppedAt: STOPPED }), '20 of 80 have finished (25%)'],
    ['in which all held the course', says({ ...wave, begunAt: STOPPED }), 'Begun; nobody was left to be asked'],
    ['whose people have left', says({ ...begun, asked: 0, finished: 0 }), 'Begun; nobody is asked any more'],
  ])('%s says so', (_, sentence, expected) => {
    expect(sentence).toMatch(expected);
  });

  it('is due when its assignment is, and beforehand so many days after its Monday', () => {
    expect(dueOf(wave, 28)).toBe('2027-03-15');
    expect(dueOf(begun, 28)).toBe('2027-03-20');
  });
});

describe('those who should not have the course yet', () => {
  it.each([
    [{ people: 0, hold: 0, asked: 0 }, null],
    [{ people: 200, hold: 0, asked: 0 }, null],
    [{ people: 200, hold: 20, asked: 10 }, /Of 200 people .* 20 hold .* 10 were asked .* \(15% together\)/],
  ])('%j', (untouched, expected) => {
    const sentence = sayUntouched(untouched);
    if (expected === null) expect(sentence).toBeNull();
    else expect(sentence).toMatch(expected);
  });
});
