import { describe, expect, it } from '@jest/globals';
import { logEssence } from './log-essence.js';

const LOG = `2026-11-21 22:25:25.968 UTC [14299] LOG:  starting PostgreSQL 18.4
2026-11-21 22:25:25.971 UTC [14299] FATAL:  could not write lock file "postmaster.pid": No space left on device
`;

describe('what a PostgreSQL log comes down to', () => {
  it('is the complaint without its time stamp, and what to do', () => {
    expect(logEssence(LOG)).toBe(
      'FATAL:  could not write lock file "postmaster.pid": No space left on device. Free some disk space and start again.',
    );
  });

  it.each([
    ['initdb: error: could not access directory "/x": Permission denied', /as the user who owns the data folder/],
    ['FATAL:  data directory "/x" has wrong ownership', /as the user who owns the data folder/],
    ['FATAL:  database files are incompatible with server', /another version of PostgreSQL/],
    ["postgres: /lib/libc.so.6: version `GLIBC_2.27' not found", /DATABASE_URL to a PostgreSQL 18 server/],
    ['FATAL:  the moon is in the wrong phase', /another folder, or DATABASE_URL/],
  ])('knows what to do about %s', (log, advice) => {
    expect(logEssence(log)).toMatch(advice);
  });

  it('says so when PostgreSQL said nothing', () => {
    expect(logEssence('')).toMatch(/^it gave no reason\./);
  });
});
