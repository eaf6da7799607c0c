import { describe, expect, it } from '@jest/globals';
import { backOn, meetsAnother } from './away.js';

const OCTOBER = { from: '2026-10-01', to: '2026-11-01' };
const SINCE_MAY = { from: '2027-05-01', to: null };

describe('a new leave', () => {
  it.each([
    [{ from: '2026-09-01', to: '2026-10-01' }, null],
    [{ from: '2026-11-01', to: '2027-05-01' }, null],
    [{ from: '2026-10-31', to: '2026-12-01' }, OCTOBER],
    [{ from: '2026-09-01', to: null }, OCTOBER],
    [{ from: '2028-01-01', to: '2028-02-01' }, SINCE_MAY],
  ])('%j meets %j', (leave, other) => expect(meetsAnother([OCTOBER, SINCE_MAY], leave)).toEqual(other));
});

describe('the end of a leave', () => {
  it.each([
    ['another day', '2026-10-20', [{ from: '2026-10-01', to: '2026-10-20' }, SINCE_MAY]],
    ['not known', null, [{ from: '2026-10-01', to: null }, SINCE_MAY]],
    ['before it began', '2026-10-01', [SINCE_MAY]],
  ])('%s', (_, end, left) => expect(backOn([OCTOBER, SINCE_MAY], '2026-10-01', end)).toEqual(left));
});
