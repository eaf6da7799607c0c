import { describe, expect, it } from '@jest/globals';
import type { PeriodChoice } from '../period/choice.js';
import { stretchesOf } from '../period/stretches.js';
import { asOfDay, momentOf, sayStay, standsThere, type Stay } from './as-of.js';

const TODAY = '2027-02-10';
const dayOf = (span: PeriodChoice['span']) => {
  const choice: PeriodChoice = { span, against: 'before' };
  return asOfDay(choice, stretchesOf(choice, '2027-02-01'), TODAY);
};

describe('the day whose tree a page shows', () => {
  it.each<[string, PeriodChoice['span'], string | null]>([
    ['the latest weeks, as many as needed', null, null],
    ['the last 52 weeks', 52, null],
    ['chosen weeks that end with the last closed one', { from: '2027-01-04', to: '2027-02-01' }, null],
    ['chosen weeks that are over', { from: '2026-03-02', to: '2026-03-30' }, '2026-04-05'],
  ])('for %s', (_, span, day) => expect(dayOf(span)).toBe(day));

  it('is over at midnight in London, also in summer', () => {
    expect(momentOf('2026-04-05', new Date()).toISOString()).toBe('2026-04-05T22:59:59.999Z');
    const now = new Date('2027-02-10T10:00:00Z');
    expect(momentOf(null, now)).toBe(now);
  });
});

describe('a place that stood there for a part of the weeks', () => {
  const stay = (change: Partial<Stay>): Stay => ({
    cameOn: null,
    cameFrom: null,
    leftOn: null,
    movedTo: null,
    reached: true,
    ...change,
  });

  it.each<[Partial<Stay>, string | null]>([
    [{}, null],
    [{ leftOn: '2026-05-04', movedTo: 'A08' }, 'Moved to A08 on 4 May 2026; counted here until then'],
    [{ leftOn: '2026-05-04' }, 'Closed on 3 May 2026; counted until then'],
    [{ leftOn: '2026-05-04', mergedInto: 'Newport' }, 'Merged into Newport on 3 May 2026; counted until then'],
    [{ cameOn: '2026-05-04', cameFrom: 'A07' }, 'Came from A07 on 4 May 2026; counted here from then'],
    [{ cameOn: '2026-05-04' }, 'Opened on 4 May 2026; counted from then'],
    [
      { cameOn: '2026-05-04', cameFrom: 'A07', leftOn: '2026-06-01', movedTo: 'A09' },
      'Came from A07 on 4 May 2026; counted here from then. Moved to A09 on 1 June 2026; counted here until then',
    ],
  ])('%p says so', (change, sentence) => expect(sayStay(stay(change))).toBe(sentence));

  it('is no longer one of those that stand there once it has left', () => {
    expect(standsThere({ stay: stay({ cameOn: '2026-05-04' }) })).toBe(true);
    expect(standsThere({ stay: stay({ leftOn: '2026-05-04' }) })).toBe(false);
    expect(standsThere({})).toBe(true);
  });
});
