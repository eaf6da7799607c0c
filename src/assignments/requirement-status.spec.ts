import { describe, expect, it } from '@jest/globals';
import { requirementStatus, type RequirementStatus, sayStatus } from './requirement-status.js';

describe('how a requirement stands', () => {
  it.each<[string, string, string | null, RequirementStatus, string]>([
    // due on, today, completed at, status, words
    ['2027-02-24', '2027-02-10', null, 'due', 'Due Wednesday 24 February'],
    ['2027-02-24', '2027-02-24', null, 'dueToday', 'Due today'],
    ['2027-02-24', '2027-02-25', null, 'overdue', 'Was due Wednesday 24 February'],
    ['2027-02-24', '2027-02-25', '2027-02-24T23:59:59.999Z', 'done', 'Finished Wednesday 24 February'],
    ['2027-02-24', '2027-02-25', '2027-02-25T00:00:00Z', 'doneLate', 'Finished Thursday 25 February'],
    ['2027-10-31', '2027-11-02', '2027-10-31T23:59:59Z', 'done', 'Finished Sunday 31 October'],
    ['2027-03-28', '2027-03-30', '2027-03-28T22:59:59Z', 'done', 'Finished Sunday 28 March'],
    ['2027-03-28', '2027-03-30', '2027-03-28T23:00:00Z', 'doneLate', 'Finished Monday 29 March'],
    ['2026-12-30', '2027-01-02', null, 'overdue', 'Was due Wednesday 30 December 2026'],
  ])('due %s, today %s, finished %s: %s', (dueOn, today, completed, status, words) => {
    const facts = { dueOn, completedAt: completed ? new Date(completed) : null };
    expect(requirementStatus(facts, today)).toBe(status);
    expect(sayStatus(facts, today)).toBe(words);
  });
});
