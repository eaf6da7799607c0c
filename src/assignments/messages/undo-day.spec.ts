import { describe, expect, it } from '@jest/globals';
import { mayUndo, tellAt } from './undo-day.js';

const at = (iso: string) => new Date(iso);

describe('undoing', () => {
  it.each<[string, string, boolean]>([
    ['2027-02-10T10:00:00Z', '2027-02-10T10:00:01Z', true],
    ['2027-02-10T10:00:00Z', '2027-02-10T23:59:59Z', true],
    ['2027-02-10T10:00:00Z', '2027-02-11T00:00:00Z', false],
    ['2027-07-01T22:30:00Z', '2027-07-01T22:59:59Z', true], // summer: half past eleven
    ['2027-07-01T22:30:00Z', '2027-07-01T23:00:00Z', false],
    ['2027-03-28T00:30:00Z', '2027-03-28T22:59:59Z', true], // a day of 23 hours
    ['2027-03-28T00:30:00Z', '2027-03-28T23:00:00Z', false],
    ['2027-10-30T23:30:00Z', '2027-10-31T23:59:59Z', true], // a day of 25 hours
    ['2027-10-30T23:30:00Z', '2027-11-01T00:00:00Z', false],
  ])('what was made at %s may be undone at %s: %s', (made, now, may) => expect(mayUndo(at(made), at(now))).toBe(may));
});

describe('people are told', () => {
  it.each<[string, string, string, string]>([
    ['when the day of undoing is over', '2027-02-10T10:00:00Z', '2027-02-24', '2027-02-11T00:00:00.000Z'],
    ['at once when it is due today', '2027-02-10T10:00:00Z', '2027-02-10', '2027-02-10T10:00:00.000Z'],
    ['at once when it is due tomorrow', '2027-02-10T10:00:00Z', '2027-02-11', '2027-02-10T10:00:00.000Z'],
    ['a day later when there is a day', '2027-02-10T10:00:00Z', '2027-02-12', '2027-02-11T00:00:00.000Z'],
    ['at midnight in London, in summer', '2027-07-01T10:00:00Z', '2027-07-14', '2027-07-01T23:00:00.000Z'],
  ])('%s', (_, made, dueOn, told) => expect(tellAt(at(made), dueOn).toISOString()).toBe(told));
});
