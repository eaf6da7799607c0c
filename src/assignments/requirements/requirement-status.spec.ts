import { describe, expect, it } from '@jest/globals';
import { requirementStatus, type RequirementStatus, sayStatus } from './requirement-status.js';

describe('how a requirement stands', () => {
  it.each<[string, string, string | null, RequirementStatus, string]>([
    // due on, today, completed at, status, words
    ['2027-02-24', '2027-02-10', null, 'due', 'Due 24 Feb'],
    ['2027-02-24', '2027-02-24', null, 'dueToday', 'Due today'],
    ['2027-02-24', '2027-02-25', null, 'overdue', 'Was due 24 Feb'],
    ['2027-02-24', '2027-02-25', '2027-02-24T23:59:59.999Z', 'done', 'Finished 24 Feb'],
    ['2027-02-24', '2027-02-25', '2027-02-25T00:00:00Z', 'doneLate', 'Finished 25 Feb'],
    ['2027-10-31', '2027-11-02', '2027-10-31T23:59:59Z', 'done', 'Finished 31 Oct'],
    ['2027-03-28', '2027-03-30', '2027-03-28T22:59:59Z', 'done', 'Finished 28 Mar'],
    ['2027-03-28', '2027-03-30', '2027-03-28T23:00:00Z', 'doneLate', 'Finished 29 Mar'],
    ['2026-12-30', '2027-01-02', null, 'overdue', 'Was due 30 Dec 2026'],
  ])('due %s, today %s, finished %s: %s', (dueOn, today, completed, status, words) => {
    const facts = { dueOn, completedAt: completed ? new Date(completed) : null };
    expect(requirementStatus(facts, today)).toBe(status);
    expect(sayStatus(facts, today)).toBe(words);
  });
});
