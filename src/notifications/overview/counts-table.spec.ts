import { describe, expect, it } from '@jest/globals';
import { countsTable } from './counts-table.js';
import type { DayCount } from './overview.queries.js';
import { sayBecame } from './say-became.js';

const ALL = { state: null, kind: null, day: null, reference: null };
const TODAY = '2027-02-10';

describe('the ledger by day', () => {
  const counts: DayCount[] = [
    { day: '2027-02-10', state: 'sent', channel: 'email', count: 9_000 },
    { day: '2027-02-10', state: 'sent', channel: 'app', count: 40 },
    { day: '2027-02-10', state: 'bounced', channel: null, count: 2 },
    { day: '2027-02-09', state: 'planned', channel: null, count: 1 },
  ];

  it('has a row a day, what was mailed apart from what was kept', () => {
    const rows = countsTable(counts, ALL, TODAY)!.rows.map(({ cells }) => cells.map(({ text }) => text).join(' | '));
    expect(rows).toEqual([
      'Wednesday 10 February | 0 | 0 | 9,000 | 40 | 2 | 0',
      'Tuesday 9 February | 1 | 0 | 0 | 0 | 0 | 0',
    ]);
  });

  it('leads from a day to its messages and keeps the other filters', () => {
    const first = countsTable(counts, { ...ALL, state: 'bounced' }, TODAY)!.rows[0]!.cells[0];
    expect(first).toMatchObject({ href: '/admin/messages?state=bounced&day=2027-02-10' });
  });

  it('is left out when nothing was planned', () => expect(countsTable([], ALL, TODAY)).toBeNull());
});

describe('what became of a message', () => {
  it.each([
    ['sent', 'email', null, 'Sent', 'good', null],
    [
      'sent',
      'app',
      'There is no e-mail address for them.',
      'Kept in the app',
      null,
      'There is no e-mail address for them.',
    ],
    ['bounced', null, '550 5.1.1 {unknown} user', 'Not delivered', 'bad', '550 5.1.1 {unknown} user'],
    ['suppressed', null, 'They no longer work here.', 'Called off', 'warn', 'They no longer work here.'],
  ] as const)('%s by %s', (state, channel, why, text, tone, shown) => {
    expect(sayBecame({ state, channel, why })).toEqual({ text, tone, why: shown });
  });
});
