import { describe, expect, it } from '@jest/globals';
import { auditPagePath, readAuditFilter, readBefore } from './audit-filter.js';

const ACTIONS = ['assignments.assign', 'privacy.copyAsked'];
const NONE = { actor: null, person: null, unit: null, action: null, kind: null, day: null };

describe('the filter of the audit log', () => {
  it.each([
    [{}, {}],
    [{ actor: ' 200001 ' }, { actor: '200001' }],
    [{ actor: ['200001'], unit: {} }, {}],
    [{ person: 'a\u0000b'.repeat(40) }, { person: 'ab'.repeat(20) }],
    [{ action: 'privacy.copyAsked' }, { action: 'privacy.copyAsked' }],
    [{ action: 'drop table' }, {}],
    [
      { kind: 'looked', day: '2026-11-22' },
      { kind: 'looked', day: '2026-11-22' },
    ],
    [{ kind: 'peeked', day: '2026-02-30' }, {}],
  ])('%j', (query, filter) => {
    expect(readAuditFilter(query, ACTIONS)).toEqual({ ...NONE, ...filter });
  });

  it.each([
    ['17', 17],
    ['0', null],
    ['-1', null],
    ['1e9', null],
    [['17'], null],
    [undefined, null],
  ])('before %j is %s', (before, id) => {
    expect(readBefore({ before })).toBe(id);
  });

  it('comes back from its own address', () => {
    const filter = { ...NONE, actor: '200001', action: 'assignments.assign', day: '2026-11-22' };
    const path = auditPagePath(filter, 90);
    expect(path).toBe('/admin/audit?actor=200001&action=assignments.assign&day=2026-11-22&before=90');
    const query = Object.fromEntries(new URL(path, 'http://x').searchParams);
    expect([readAuditFilter(query, ACTIONS), readBefore(query)]).toEqual([filter, 90]);
    expect(auditPagePath(NONE)).toBe('/admin/audit');
  });
});
