import { expect, it } from '@jest/globals';
import type { CoverFacts } from '../../network/cover/cover-state.js';
import { turningDay } from './turning-day.js';

const cover = (change: Partial<CoverFacts> = {}): CoverFacts => ({
  startsOn: '2026-12-07',
  lastOn: '2026-12-18',
  endedOn: null,
  holderUntil: null,
  ...change,
});

it.each<[string, CoverFacts, string, string | null]>([
  ['the day before', cover(), '2026-12-06', null],
  ['its first day', cover(), '2026-12-07', 'begins'],
  ['a day between', cover(), '2026-12-08', null],
  ['its last day', cover(), '2026-12-18', 'ends'],
  ['the day after', cover(), '2026-12-19', null],
  ['a single day', cover({ lastOn: '2026-12-07' }), '2026-12-07', 'begins'],
  ['the first day of a deputy', cover({ lastOn: null }), '2026-12-07', 'begins'],
  ['the day on which the manager leaves', cover({ lastOn: null, holderUntil: '2026-12-10' }), '2026-12-10', 'ends'],
  ['one called off before', cover({ endedOn: '2026-12-01' }), '2026-12-07', null],
  ['one ended the day before its last', cover({ endedOn: '2026-12-18' }), '2026-12-18', null],
])('%s', (_, facts, today, expected) => expect(turningDay(facts, today)).toBe(expected));
