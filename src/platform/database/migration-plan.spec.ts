import { describe, expect, it } from '@jest/globals';
import { planMigrations } from './migration-plan.js';

const file = (name: string, sha256 = name) => ({ name, sql: '', sha256 });
const names = (files: { name: string }[]) => files.map(({ name }) => name);

describe('planning migrations', () => {
  it('runs every file on an empty database, in order', () => {
    expect(names(planMigrations([file('0001'), file('0002')], []))).toEqual(['0001', '0002']);
  });

  it('runs only what is new', () => {
    expect(names(planMigrations([file('0001'), file('0002')], [file('0001')]))).toEqual(['0002']);
  });

  it('runs a file that arrived late from another branch', () => {
    expect(names(planMigrations([file('0001'), file('0002')], [file('0002')]))).toEqual(['0001']);
  });

  it('refuses when a file was edited after it ran, and says what to do', () => {
    expect(() => planMigrations([file('0001', 'b')], [file('0001', 'a')])).toThrow(/0001 was edited.*new file/);
  });

  it('refuses a database that is ahead of this version', () => {
    expect(() => planMigrations([file('0001')], [file('0001'), file('0002')])).toThrow(/0002.*newer version/);
  });
});
