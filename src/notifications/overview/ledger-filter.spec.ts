import { describe, expect, it } from '@jest/globals';
import { type LedgerFilter, ledgerPagePath, readLedgerFilter } from './ledger-filter.js';

const ALL: LedgerFilter = { state: null, kind: null, day: null, reference: null };
const KINDS = ['rota.changed'];

describe('which part of the ledger is shown', () => {
  it.each<[Record<string, unknown>, Partial<LedgerFilter>]>([
    [{}, {}],
    [{ state: 'bounced' }, { state: 'bounced' }],
    [{ state: 'lost' }, {}],
    [{ kind: 'rota.changed' }, { kind: 'rota.changed' }],
    [{ kind: "'; drop table message" }, {}],
    [{ day: '2027-02-10' }, { day: '2027-02-10' }],
    [{ day: '2027-02-31' }, {}],
    [{ day: ['2027-02-10'] }, {}],
    [{ person: ' 100001\u0000 ' }, { reference: '100001' }],
    [{ person: '   ' }, {}],
    [{ person: 'x'.repeat(99) }, { reference: 'x'.repeat(40) }],
  ])('%j', (query, filter) => expect(readLedgerFilter(query, KINDS)).toEqual({ ...ALL, ...filter }));

  it('has an address that reads back as itself', () => {
    const filter: LedgerFilter = { state: 'sent', kind: 'rota.changed', day: '2027-02-10', reference: 'A&B 1' };
    const url = new URL(ledgerPagePath(filter, 3), 'http://x');
    expect(readLedgerFilter(Object.fromEntries(url.searchParams), KINDS)).toEqual(filter);
    expect(url.searchParams.get('page')).toBe('3');
    expect(ledgerPagePath(ALL)).toBe('/admin/messages');
  });
});
