import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommentReading } from '../../src/feedback/themes/reading.service.js';
import { ShownByMonth } from '../../src/feedback/themes/shown-by-month.service.js';
import { importUnits } from '../network/files.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { aSmallNetwork, importLines } from './imports.js';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ now: '2026-05-06T10:00:00Z' });
  await aSmallNetwork(app);
});
afterAll(() => app.stop());

const read = () => app.nest.get(CommentReading).keepUp();

/** Comments that say what each theme is about, by unit. */
const counted = () =>
  app.db.query<{ unit: string; theme: string; n: number; good: number; bad: number }>(
    `select u.code as unit, th.key as theme, w.comments as n, w.good, w.bad from theme_unit_week w
       join unit u on u.id = w.unit_id join theme th on th.id = w.theme_id order by 1, 2`,
  );

const CELL = 'week, edition_id, theme_id';
const COUNTED = `count(*)::int, count(emotion)::int, (count(*) filter (where emotion > 0))::int,
                 (count(*) filter (where emotion < 0))::int`;

/** The rollups, each with what the themes of single comments add up to. */
const ROLLUPS = [
  [
    `select unit_id, ${CELL}, comments, felt, good, bad from theme_unit_week`,
    `select unit_id, ${CELL}, ${COUNTED} from comment_theme group by unit_id, ${CELL}`,
  ],
  [
    `select area_id, ${CELL}, comments, felt, good, bad from theme_area_week where area_id <> 0`,
    `select area_id, ${CELL}, ${COUNTED} from comment_theme where area_id is not null group by area_id, ${CELL}`,
  ],
  [
    `select region_id, ${CELL}, comments, felt, good, bad from theme_region_week`,
    `select place.region_id, ${CELL}, ${COUNTED} from comment_theme t
       join area_region place on place.area_id = t.area_id and place.valid @> t.week group by place.region_id, ${CELL}`,
  ],
  [
    `select ${CELL}, comments, felt, good, bad from theme_area_week where area_id = 0`,
    `select ${CELL}, ${COUNTED} from comment_theme where area_id is not null group by ${CELL}`,
  ],
];

/** Cells that differ, those of each rollup apart. */
const wrong = () =>
  Promise.all(
    ROLLUPS.map(([kept, summed]) => app.db.query(`(${kept} except ${summed}) union all (${summed} except ${kept})`)),
  ).then((found) => found.flat());

/** Comments that are searchable beside those that should be. */
const searchable = () =>
  app.db.query(
    `select r.response_key as key, c.words is not null as found from survey_response r
       full join comment_index c on c.response_id = r.id
      where (coalesce(r.comment, '') <> '') <> (c.words is not null)`,
  );

/**
 * The days at which comments stand, by unit, and whether the search knows those of the week and of no other: three of the
 * time, three of the time in the area, and the day or the part of what stands in the month.
 */
const standing = () =>
  app.db.query<{ unit: string; day: string; right: boolean }>(
    `select distinct u.code as unit, (shown_at at time zone 'Europe/London')::date as day,
            coalesce(known.marks @> array['week:' || stands.week, 'week:' || stands.week || '/' || c.area_id], false)
              and cardinality(known.marks) = 7 as right
       from comment_index c join unit u on u.id = c.unit_id
      cross join lateral (select monday_of((shown_at at time zone 'Europe/London')::date) as week) stands
      cross join lateral (select array_agg(word) as marks from unnest(tsvector_to_array(c.words)) word
                           where word ~ '^(weeks?[0-9]*|day|part):') known order by 1, 2`,
  );

const everythingIsRight = async () => expect([await wrong(), await searchable()]).toEqual([[], []]);

describe('reading comments', () => {
  it('counts what they speak of, by unit and by area, with how it felt', async () => {
    await importLines(app, [
      'r1,000001,04/05/2026 10:00,2,irritated,,The queue was long',
      'r2,000001,04/05/2026 11:00,5,delighted,5,So friendly and quick',
      'r3,000002,04/05/2026 11:00,5,delighted,5,',
      'r4,PP1,05/05/2026 11:00,4,,5,Roedd y ciw yn hir',
    ]);
    await read();
    expect(await counted()).toEqual([
      { unit: '000001', theme: 'manner', n: 1, good: 1, bad: 0 },
      { unit: '000001', theme: 'queue', n: 1, good: 0, bad: 1 },
      { unit: '000001', theme: 'waiting', n: 1, good: 1, bad: 0 },
      { unit: 'PP1', theme: 'queue', n: 1, good: 0, bad: 0 },
    ]);
    await everythingIsRight();
  });

  it('twice is as good as once', async () => {
    const before = await counted();
    await read();
    await app.db.query('insert into comment_due select response_id from comment_index');
    await read();
    expect(await counted()).toEqual(before);
    await everythingIsRight();
  });

  it('follows a correction', async () => {
    await importLines(app, ['r1,000002,04/05/2026 10:00,4,satisfied,,The parcel never came']);
    expect(await app.db.query(`select from comment_index where words @@ 'queue'`)).toHaveLength(0);
    await read();
    expect(await counted()).toEqual([
      { unit: '000001', theme: 'manner', n: 1, good: 1, bad: 0 },
      { unit: '000001', theme: 'waiting', n: 1, good: 1, bad: 0 },
      { unit: '000002', theme: 'delivery', n: 1, good: 1, bad: 0 },
      { unit: 'PP1', theme: 'queue', n: 1, good: 0, bad: 0 },
    ]);
    await everythingIsRight();
  });

  it('forgets words whose time is over: the search at once, the counts with the next reading', async () => {
    await app.db.query(`update survey_response set comment = '' where response_key = 'r1'`);
    expect(await app.db.query(`select from comment_index where words @@ 'parcel'`)).toHaveLength(0);
    await read();
    expect((await counted()).map(({ theme }) => theme)).toEqual(['manner', 'waiting', 'queue']);
    await everythingIsRight();
  });

  it('forgets answers that were taken away', async () => {
    await app.db.query(`delete from survey_response where response_key = 'r2'`);
    await read();
    expect((await counted()).map(({ unit, theme }) => [unit, theme])).toEqual([['PP1', 'queue']]);
    await everythingIsRight();
  });

  it('counts comments in the area where their unit turns out to have stood', async () => {
    const areas = () =>
      app.db.query(
        `select a.code, w.comments from theme_area_week w join area a on a.id = w.area_id
          where w.theme_id in (select id from theme where key = 'queue')`,
      );
    expect(await areas()).toEqual([{ code: 'A2', comments: 1 }]);
    await importUnits(app, ['R1,North,A1,Moors,PP1,Harbour kiosk,paymentPoint,england,2020-01-01,']);
    await app.runJobs();
    await read();
    expect(await areas()).toEqual([{ code: 'A1', comments: 1 }]);
    await everythingIsRight();
  });

  it('counts comments in the region where their area turns out to have stood', async () => {
    const regions = () =>
      app.db.query(
        `select r.code, w.comments from theme_region_week w join region r on r.id = w.region_id
          where w.theme_id in (select id from theme where key = 'queue')`,
      );
    expect(await regions()).toEqual([{ code: 'R1', comments: 1 }]);
    await importUnits(app, [
      'R2,South,A1,Moors,000001,Ashbridge,branch,england,2020-01-01,',
      'R2,South,A1,Moors,000002,Millbridge,branch,england,2020-01-01,2026-06-01',
      'R2,South,A1,Moors,PP1,Harbour kiosk,paymentPoint,england,2020-01-01,',
    ]);
    expect(await regions()).toEqual([{ code: 'R2', comments: 1 }]);
    await everythingIsRight();
  });

  it('knows from when on a unit has five comments, and forgets it when one is taken away', async () => {
    await importLines(
      app,
      [1, 2, 3, 4, 5].map((n) => `s${n},000001,01/05/2026 1${n}:00,4,satisfied,,Comment number ${n}`),
    );
    await read();
    const from = () =>
      app.db.query(
        `select k.shown_from_at as at from comment_unit k join unit u on u.id = k.unit_id where u.code = '000001'`,
      );
    expect(await from()).toEqual([{ at: new Date('2026-05-01T14:00:00Z') }]);
    await app.db.query(`delete from survey_response where response_key = 's3'`);
    await read();
    expect(await from()).toEqual([]);
    await everythingIsRight();
  });

  it('lets comments stand at their day when a unit has grown, and in their month when it has not', async () => {
    const many = (n: number) => `g${n},000002,04/05/2026 10:${10 + n},4,,,Parcel number ${n}`;
    await importLines(
      app,
      Array.from({ length: 30 }, (_, n) => many(n)),
    );
    await read();
    expect(await standing()).toEqual(expect.arrayContaining([{ unit: '000002', day: '2026-05-01', right: true }]));
    await app.nest.get(ShownByMonth).keepUp();
    expect((await standing()).filter(({ unit }) => unit === '000002')).toEqual([
      { unit: '000002', day: '2026-05-04', right: true },
    ]);
    await app.db.query(`delete from survey_response where response_key like 'g1%'`);
    await read();
    await app.nest.get(ShownByMonth).keepUp();
    expect((await standing()).filter(({ unit }) => unit !== 'PP1')).toEqual([
      { unit: '000001', day: '2026-05-01', right: true },
      { unit: '000002', day: '2026-05-01', right: true },
    ]);
    await everythingIsRight();
  });

  it('leaves nothing out when somebody writes answers at the same time', async () => {
    const lines = (from: number) =>
      Array.from({ length: 40 }, (_, n) => `t${from + n},000001,02/05/2026 10:0${n % 10},4,,,Rude number ${from + n}`);
    await Promise.all([importLines(app, lines(0)), read(), importLines(app, lines(100)), read(), read()]);
    await read();
    expect((await counted()).find(({ theme }) => theme === 'manner')).toMatchObject({ n: 80 });
    await everythingIsRight();
  });
});
