import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { afterImport, joined, type Span } from './timeline.js';

const span = (place: string, from: string, to: string | null = null): Span => ({ place, from, to });

describe('what is known after an import', () => {
  const cases: [string, Span[], Span[], Span[]][] = [
    ['the first rows are the whole truth', [], [span('A', '2020-01-01')], [span('A', '2020-01-01')]],
    ['the same row changes nothing', [span('A', '2020-01-01')], [span('A', '2020-01-01')], [span('A', '2020-01-01')]],
    [
      'a move ends the old place on the day of the new one',
      [span('A', '2020-01-01')],
      [span('B', '2026-04-01')],
      [span('A', '2020-01-01', '2026-04-01'), span('B', '2026-04-01')],
    ],
    [
      'an end closes',
      [span('A', '2020-01-01')],
      [span('A', '2020-01-01', '2026-04-01')],
      [span('A', '2020-01-01', '2026-04-01')],
    ],
    [
      'a later row of the same place with an end closes too, and keeps the beginning',
      [span('A', '2020-01-01')],
      [span('A', '2024-01-01', '2026-04-01')],
      [span('A', '2020-01-01', '2026-04-01')],
    ],
    [
      'a place from the same day is a correction',
      [span('A', '2020-01-01')],
      [span('B', '2020-01-01')],
      [span('B', '2020-01-01')],
    ],
    [
      'who left and comes back keeps the first time',
      [span('A', '2020-01-01', '2022-01-01')],
      [span('A', '2026-01-01')],
      [span('A', '2020-01-01', '2022-01-01'), span('A', '2026-01-01')],
    ],
  ];
  it.each(cases)('%s', (_, known, file, after) => expect(afterImport(known, file)).toEqual(after));

  const day = fc.integer({ min: 0, max: 40 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
  const spans = fc
    .array(
      fc.tuple(fc.constantFrom('A', 'B', 'C'), day, fc.option(day)).filter(([, from, to]) => to === null || to > from),
      { maxLength: 6 },
    )
    .map((rows) => rows.map(([place, from, to]) => span(place, from, to)));

  it('importing twice is importing once', () => {
    fc.assert(
      fc.property(spans, spans, (known, file) => {
        const once = afterImport(known, file);
        expect(afterImport(once, file)).toEqual(once);
      }),
    );
  });

  it('never rewrites a day before the first one of the file', () => {
    const on = (known: Span[], at: string) =>
      joined(known)
        .filter((s) => s.from <= at && (s.to === null || s.to > at))
        .map((s) => s.place);
    fc.assert(
      fc.property(spans, spans, day, (known, file, at) => {
        fc.pre(file.every((row) => row.from > at));
        expect(on(afterImport(known, file), at)).toEqual(on(known, at));
      }),
    );
  });
});
