import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ValueImports,
  type ValueOrder,
  type ValueResult,
} from '../../../src/feedback/custom-metrics/files/value-import.service.js';
import { NO_MAPPING } from '../../../src/feedback/custom-metrics/files/value-mapping.js';
import { MetricsQueries } from '../../../src/feedback/custom-metrics/metrics.queries.js';
import { UndoneValues } from '../../../src/feedback/custom-metrics/values/undo-values.service.js';
import { addDays } from '../../../src/platform/dates.js';
import { aFile } from '../../network/files.js';
import type { TestApp } from '../../support/app.js';
import { textOf } from '../imports.js';
import { as, defined, FOOTFALL, startMetrics, wrongCells } from './metrics-world.js';

let app: TestApp;
beforeAll(async () => {
  app = await startMetrics();
});
afterAll(() => app.stop());

const PLACES = ['021047', '000002', '000003', '000004', 'HQ'];
const COUNT = 8_000;

/** Values by day and unit, more than one chunk of them; some come again, also far down, and some are wrong. */
function lineOf(n: number, value: (n: number) => number): string {
  const named = n % 1301 === 1300 ? n % 650 : n;
  const place = n % 997 === 7 ? 'none' : PLACES[named % PLACES.length]!;
  return `${addDays('2020-01-06', Math.floor(named / PLACES.length))},${place},${value(n)}`;
}

const fileOf = (value: (n: number) => number, which: (n: number) => boolean = () => true) => {
  const lines = Array.from({ length: COUNT }, (_, n) => n).filter(which);
  return aFile(['day,place,value', ...lines.map((n) => lineOf(n, value)), ''].join('\n'));
};
const EARLIER = fileOf(
  (n) => n % 90,
  (n) => n % 4 === 0,
);
const FILE = fileOf((n) => (n % 8 === 0 ? n % 90 : n % 70));

const MAPPING = { ...NO_MAPPING, place: 'place', time: 'day', value: 'value' };

const stop = () => {
  throw new Error('Stop.');
};

async function run(key: string, path: string, change: Partial<ValueOrder> = {}) {
  const metric = (await app.nest.get(MetricsQueries).one(key))!;
  return app.nest.get(ValueImports).run({
    ...{ metric, path, mapping: MAPPING, dryRun: false, via: 'command', name: 'values.csv', personId: null },
    progress: () => undefined,
    ...change,
  });
}

const made = (name: string) => defined(app, { ...FOOTFALL, name, grain: 'day', unitKinds: [] });

/** All that is known of a number, whatever its id and those of its imports. */
async function stateOf(key: string) {
  const rows = (sql: string) => app.db.query<object>(sql, [key]);
  const [last] = await app.db.query<{ path: string }>(
    `select rejects_file as path from metric_import i join custom_metric m on m.id = i.metric_id where m.key = $1
      order by i.id desc limit 1`,
    [key],
  );
  const latest = '(select max(i.id) from metric_import i where i.metric_id = m.id)';
  return {
    values: await rows(
      `select place_id, starts_on, value, area_id, import_id = ${latest} as by_this
         from metric_value v join custom_metric m on m.id = v.metric_id where m.key = $1 order by 1, 2`,
    ),
    replaced: await rows(
      `select place_id, starts_on, value, import_id = ${latest} as by_this
         from metric_value_history h join custom_metric m on m.id = h.metric_id where m.key = $1 order by 1, 2`,
    ),
    cells: await rows(
      `select c.level, place_id, bucket, places, n, total, weight, weighted
         from metric_cell c join custom_metric m on m.id = c.metric_id where m.key = $1 order by 1, 2, 3`,
    ),
    tally: await rows(
      `select tally from metric_import i join custom_metric m on m.id = i.metric_id where m.key = $1 order by i.id`,
    ),
    rejects: textOf(last?.path ?? null),
  };
}

const countsOf = (result: ValueResult) => ({ ...result, rejects: result.rejects !== null });

describe('an import of values that is cut short', () => {
  it('goes on where it stopped, and ends as one that was left alone', async () => {
    const [whole, cut] = [await made('Left alone'), await made('Cut short')];
    for (const key of [whole, cut]) await run(key, EARLIER);
    const dry = await run(whole, FILE, { dryRun: true });
    const result = countsOf(await run(whole, FILE));
    expect(countsOf(dry)).toEqual(result);
    await expect(run(cut, FILE, { progress: stop })).rejects.toThrow('Stop.');
    expect(await wrongCells(app)).toEqual([]);
    const nik = await as(app, 'nik');
    expect((await nik.get(`/feedback/numbers/${cut}`)).words).toMatch(
      /Stopped or running after [56],\d{3} lines. Importing the file again goes on from there./,
    );
    expect(countsOf(await run(cut, FILE))).toEqual(result);
    const state = await stateOf(whole);
    expect(await stateOf(cut)).toEqual(state);
    expect(state.rejects).toContain('The same place and period came earlier, on line 2.');
    expect([state.values.length > 7_000, state.replaced.length > 500]).toEqual([true, true]);
    expect(await wrongCells(app)).toEqual([]);
  });

  it('can be taken back as far as it came; then the same file begins anew', async () => {
    const key = await made('Taken back');
    await expect(run(key, EARLIER, { progress: stop })).rejects.toThrow('Stop.');
    const metric = (await app.nest.get(MetricsQueries).one(key))!;
    const { id } = (await app.db.one<{ id: number }>('select max(id) as id from metric_import'))!;
    await app.nest.get(UndoneValues).run({ metricId: metric.id, importId: id, actorId: 1 });
    expect(await stateOf(key)).toMatchObject({ values: [], replaced: [], cells: [] });
    const { changed, unchanged, new: added } = await run(key, EARLIER);
    expect([changed, unchanged, added > 1_900]).toEqual([0, 0, true]);
    expect(await wrongCells(app)).toEqual([]);
  });

  it('is not gone on with by two at once, nor after somebody wants it back', async () => {
    const key = await made('Twice at once');
    const asked = async () => {
      await app.db.query('update metric_import set undo_asked_at = now() where undo_asked_at is null');
    };
    await expect(run(key, FILE, { progress: asked })).rejects.toThrow('is taken back');
    const other = await made('By two');
    const second: ValueResult[] = [];
    const both = async () => void second.push(await run(other, FILE));
    await expect(run(other, FILE, { progress: both })).rejects.toThrow('imported elsewhere');
    expect(second).toMatchObject([{ changed: 0, unchanged: 0 }]);
    expect(await wrongCells(app)).toEqual([]);
  });
});

describe('values of other places than units', () => {
  it.each([
    ['area', ['A1', 'A2', 'A3']],
    ['region', ['R1', 'R2']],
  ] as const)('of the level %s add up, new and corrected', async (level, codes) => {
    const key = await defined(app, { ...FOOTFALL, name: `Calls of each ${level}`, grain: 'day', level, unitKinds: [] });
    const lines = (more: number) =>
      ['2027-02-01', '2027-02-02', '2027-02-08'].flatMap((day, n) => codes.map((code) => `${day},${code},${n + more}`));
    await run(key, aFile(['day,place,value', ...lines(1).slice(0, 4), ''].join('\n')));
    const result = await run(key, aFile(['day,place,value', ...lines(2), ''].join('\n')));
    expect(result).toMatchObject({ new: 3 * codes.length - 4, changed: 4 });
    expect(await wrongCells(app)).toEqual([]);
  });
});
