import { expect, it } from '@jest/globals';
import { narrowed } from './comment-lexemes.js';

const ALL = { areaIds: null, from: null, to: null, felt: null, ease: null };

it.each([
  [ALL, `('queue')`],
  [{ ...ALL, areaIds: [7, 9] }, `('queue') & ('area:7' | 'area:9')`],
  [{ ...ALL, from: '2026-01-07', to: '2026-01-12' }, `('queue') & ('week:2026-01-05' | 'week:2026-01-12')`],
  [{ ...ALL, from: '2020-01-01', to: '2026-01-12' }, `('queue')`],
  [{ ...ALL, from: '2026-01-07' }, `('queue')`],
  [{ ...ALL, felt: 'irritated' as const, ease: 'poor' as const }, `('queue') & ('felt:-2') & ('ease:1' | 'ease:2')`],
])('%j makes %s', (by, query) => expect(narrowed(`'queue'`, by)).toBe(query));
