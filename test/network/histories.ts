/** Files as organisations write them, at random: units that move and close, people who move, leave, come back, work twice. */
import fc from 'fast-check';
import { addDays } from '../../src/platform/dates.js';

const FIRST = '2024-01-01';
const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays(FIRST, n));

const AREAS = ['A1', 'A2', 'A-3'];
const UNITS = ['000001', '000002', '000003', '-4', '@5'];
const NAMES = ['Ashbridge', "O'Neill", '+Plus', '-Minus', '@Home', "'=quoted", 'Line "two"', 'Tŵr; tân, teg'];

interface Stay {
  place: string;
  from: string;
  to: string;
}

/** Stays one after another, perhaps with days between, the last perhaps open. */
const stays = (places: readonly string[]): fc.Arbitrary<Stay[]> =>
  fc
    .tuple(
      fc.uniqueArray(day, { minLength: 1, maxLength: 3 }),
      fc.array(fc.constantFrom(...places), { minLength: 3, maxLength: 3 }),
      fc.integer({ min: 1, max: 30 }),
      fc.boolean(),
    )
    .map(([days, chosen, gap, open]) => {
      const starts = [...days].sort();
      return starts.map((from, at) => {
        const next = starts[at + 1];
        const last = next === undefined ? (open ? '' : addDays(from, 90)) : addDays(next, -gap);
        return { place: chosen[at]!, from, to: last === '' || last >= from ? last : addDays(next!, -1) };
      });
    });

const quoted = (cell: string) => (/[",;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const row = (...cells: string[]) => cells.map(quoted).join(',');

/** Rows of a units file that do not contradict each other. An area stands in one region throughout the file. */
export const unitRows: fc.Arbitrary<string[]> = fc
  .tuple(
    fc.array(fc.constantFrom('R1', 'R2'), { minLength: AREAS.length, maxLength: AREAS.length }),
    fc.array(fc.constantFrom(...NAMES), { minLength: UNITS.length, maxLength: UNITS.length }),
    fc.array(fc.option(stays(AREAS)), { minLength: UNITS.length, maxLength: UNITS.length }),
  )
  .map(([regions, names, histories]) =>
    histories.flatMap((history, at) =>
      (history ?? []).map(({ place, from, to }) => {
        const region = regions[AREAS.indexOf(place)]!;
        const kind = UNITS[at]!.length === 6 ? 'branch' : 'department';
        return row(region, `Region ${region}`, place, `Area ${place}`, UNITS[at]!, names[at]!, kind, 'wales', from, to);
      }),
    ),
  )
  .filter((rows) => rows.length > 0);

/** Rows of a people file in these places: jobs, a second job, something beside them, with and without an address. */
export const personRows: fc.Arbitrary<string[]> = fc
  .array(
    fc.record({
      name: fc.constantFrom(...NAMES),
      mail: fc.boolean(),
      job: stays(UNITS),
      second: fc.option(stays(UNITS)),
      beside: fc.option(stays(UNITS)),
      manages: fc.option(stays(AREAS)),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((people) =>
    people.flatMap(({ name, mail, job, second, beside, manages }, at) => {
      const who = [`p${at}`, name, mail ? `p${at}@example.org` : ''] as const;
      const held = (role: string, all: Stay[]) => all.map(({ place, from, to }) => row(...who, place, role, from, to));
      return [
        ...held('staff', job),
        ...held('postmaster', second ?? []),
        ...held('champion', beside ?? []),
        ...held('areaManager', manages ?? []),
      ];
    }),
  );

/** Every place that `personRows` speaks of, always there. */
export const ALL_PLACES = UNITS.map((code, at) =>
  row(
    'R1',
    'Region R1',
    AREAS[at % AREAS.length]!,
    `Area ${AREAS[at % AREAS.length]!}`,
    code,
    `Unit ${code}`,
    code.length === 6 ? 'branch' : 'department',
    'wales',
    '2020-01-01',
    '',
  ),
);
