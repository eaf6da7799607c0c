import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CommentFilter, EASES } from '../../src/feedback/comments/comment-filter.js';
import { CommentSearch, type Effort } from '../../src/feedback/comments/comment-search.queries.js';
import { themesAsked } from '../../src/feedback/comments/themes-asked.js';
import { EditionsQueries } from '../../src/feedback/themes/editions.queries.js';
import type { PublishedTheme } from '../../src/feedback/themes/published-theme.js';
import { CommentReading } from '../../src/feedback/themes/reading.service.js';
import { ShownByMonth } from '../../src/feedback/themes/shown-by-month.service.js';
import { DRIVERS } from '../../src/platform/drivers.js';
import { EMOTIONS } from '../../src/platform/emotions.js';
import { importUnits } from '../network/files.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { allSaid, fits, type Said, typed, type Wish } from './comments-by-hand.js';
import { importLines } from './imports.js';

const NOW = new Date('2027-03-10T10:00:00Z');
const WORDS = ['queue', 'parcel', 'rude', 'tram', 'salt', 'helmet'];
/** Unit, kind and area; the first is so large that its days are shown, the last says too little to show any. */
const UNITS = [
  ['000001', 'branch', 'A1'],
  ['000002', 'branch', 'A1'],
  ['PP1', 'paymentPoint', 'A2'],
  ['000003', 'branch', 'B1'],
] as const;
const COMMENTS = [150, 30, 30, 4];
const PLACES = { network: ['A1', 'A2', 'B1'], region: ['A1', 'A2'], area: ['A1'], unit: ['000002'] };

let app: TestApp;
let search: CommentSearch;
let all: Said[];
let edition: { id: number; themes: readonly PublishedTheme[] };
let ids: Map<string, number>;

beforeAll(async () => {
  app = await startTestApp({ now: NOW.toISOString() });
  search = app.nest.get(CommentSearch);
  await importUnits(
    app,
    UNITS.map(
      ([code, kind, area]) =>
        `R${area[0]},Region,${area},Area ${area},${code},Unit ${code},${kind},england,2020-01-01,`,
    ),
  );
  await importLines(app, fc.sample(comments, { seed: 5, numRuns: 1 }).flat());
  await app.nest.get(CommentReading).keepUp();
  await app.nest.get(ShownByMonth).keepUp();
  all = await allSaid(app, NOW);
  edition = (await app.nest.get(EditionsQueries).current()) ?? { id: 0, themes: [] };
  const codes = await app.db.query<{ code: string; id: number }>(
    'select code, id from area union all select code, id from unit',
  );
  ids = new Map(codes.map(({ code, id }) => [code, id]));
});
afterAll(() => app.stop());

const said = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 });
/** Most of the last three months, at any minute. */
const moment = fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 900 })).map((days) => {
  const [year = '', month = '', day = ''] = new Date(NOW.getTime() - days * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .split('-');
  return `${day}/${month}/${year} 09:30`;
});
const line = (unit: string, n: number) =>
  fc
    .tuple(moment, fc.constantFrom('', '1', '3', '5'), fc.constantFrom('', ...EMOTIONS), said)
    .map(([when, ease, felt, words]) => `${unit}-${n},${unit},${when},${ease},${felt},,${words.join(' ')}`);
const comments = fc.tuple(
  ...UNITS.flatMap(([code], i) => Array.from({ length: COMMENTS[i] ?? 0 }, (_, n) => line(code, n))),
);

const phrase = fc.record({
  words: fc.oneof(
    said.map((words) => words.slice(0, 1)),
    said.map((words) => words.slice(0, 2)),
  ),
  wanted: fc.boolean(),
});
/** Something has to be there: whatever lacks a word is found too when it is all that is asked. */
const group = fc
  .tuple(
    phrase.map((one) => ({ ...one, wanted: true })),
    fc.array(phrase, { maxLength: 1 }),
  )
  .map(([one, more]) => [one, ...more]);
const wish: fc.Arbitrary<Wish> = fc.array(group, { minLength: 1, maxLength: 2 });
const rarely = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { freq: 1 });
const filters: fc.Arbitrary<CommentFilter> = fc.record({
  words: fc.constant(''),
  driver: rarely(DRIVERS),
  theme: rarely(['queue', 'delivery']),
  felt: rarely(EMOTIONS),
  ease: rarely(EASES),
  kind: rarely(['branch', 'paymentPoint', 'contactCentre'] as const),
  from: rarely(['2026-12-15', '2027-02-10']),
  to: rarely(['2027-01-20', '2027-03-05']),
  after: fc.constant(null),
});
/** As it is, and giving up soon while going by days. */
const efforts = fc.constantFrom<Effort>({ mostLookedAt: 3000, busyFrom: 10_000 }, { mostLookedAt: 7, busyFrom: 0 });

function scopeOf(level: keyof typeof PLACES) {
  const found = PLACES[level].map((code) => ids.get(code) ?? 0);
  return {
    unitId: level === 'unit' ? (found[0] ?? 0) : null,
    areaIds: level === 'unit' || level === 'network' ? null : found,
  };
}

/** All pages, one after the other. */
async function leafedThrough(level: keyof typeof PLACES, asked: Wish | null, filter: CommentFilter, effort: Effort) {
  const [found, totals]: [number[], (number | null)[]] = [[], []];
  const tsquery = asked && (await search.query(typed(asked)));
  for (let after: number | null = null, first = true; first || after !== null; first = false) {
    const page = await search.page(
      {
        ...scopeOf(level),
        filter: { ...filter, after },
        tsquery,
        editionId: edition.id,
        themeMarks: themesAsked(edition.themes, filter),
        now: NOW,
      },
      26,
      effort,
    );
    const shown = page.ids.slice(0, 25);
    found.push(...shown);
    totals.push(page.stopped ? null : page.total);
    after = page.ids.length > 25 ? (shown.at(-1) ?? null) : (page.stopped?.id ?? null);
  }
  return { found, total: totals[0] };
}

describe('a search of comments', () => {
  it.each(['network', 'region', 'area', 'unit'] as const)(
    'finds in the %s what fits, in its order, page after page, however soon it gives up',
    async (level) =>
      fc.assert(
        fc.asyncProperty(fc.option(wish), filters, efforts, async (asked, filter, effort) => {
          const here = all.filter(({ area, unit }) => PLACES[level].includes(level === 'unit' ? unit : area));
          const right = here.filter((one) => fits(one, asked ?? [[]], filter, edition.themes)).map(({ id }) => id);
          const { found, total } = await leafedThrough(level, asked, filter, effort);
          expect(found).toEqual(right);
          if (total !== null) expect(total).toBe(Math.min(right.length, 201));
        }),
        { numRuns: 25, seed: 11 },
      ),
  );

  it('is of comments that stand at their day and in their month', () =>
    expect(new Set(all.map(({ unit, byMonth }) => `${unit} ${byMonth}`))).toEqual(
      new Set(['000001 false', '000002 true', 'PP1 true']),
    ));
});
