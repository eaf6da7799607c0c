import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../support/app.js';
import { importPeople, importUnits } from './files.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await importUnits(app, [unit('000001', 'A1'), unit('000002', 'A1'), unit('000003', 'A2')]);
});
afterAll(() => app.stop());

function unit(code: string, area: string, from = '2020-01-01', to = ''): string {
  return `R1,North,${area},Area ${area},${code},Unit ${code},branch,england,${from},${to}`;
}

const movedDays = () =>
  app.db.query<{ code: string; days: string }>(
    `select u.code, c.days::text as days from network_change_unit c join unit u on u.id = c.unit_id
      where c.change_id = (select (body ->> 'changeId')::int from event where kind = 'network.unitPlacesChanged'
                            order by id desc limit 1) order by 1`,
  );

describe('a file that speaks of days that have passed', () => {
  it('names the unit and the very days on which it stood elsewhere', async () => {
    await importUnits(app, [unit('000001', 'A2', '2026-03-01', '2026-05-31'), unit('000001', 'A1', '2026-06-01')]);
    expect(await movedDays()).toEqual([{ code: '000001', days: '{[2026-03-01,2026-06-01)}' }]);
  });

  it('closes a branch that merges into another, and its people go on in the other', async () => {
    await importPeople(app, ['sam,Sam Kaur,,000002,staff,2020-01-01,']);
    await importUnits(app, [unit('000002', 'A1', '2020-01-01', '2026-08-31')]);
    expect(await movedDays()).toEqual([{ code: '000002', days: '{[2026-09-01,)}' }]);
    expect(await importPeople(app, ['sam,Sam Kaur,,000003,staff,2026-09-01,'])).toMatchObject({ moved: 1 });
    const counted = await app.db.query(
      `select d::date::text as day, u.code from generate_series('2026-08-31'::date, '2026-09-01', '1 day') d
         cross join lateral in_post(d::date) p join unit u on u.id = p.unit_id`,
    );
    expect(counted).toEqual([
      { day: '2026-08-31', code: '000002' },
      { day: '2026-09-01', code: '000003' },
    ]);
  });

  it('says nothing of places when only names change, and nothing at all when nothing does', async () => {
    const events = async () => (await app.db.one<{ n: number }>('select count(*) as n from event'))!.n;
    const before = await events();
    await importUnits(app, [unit('000003', 'A2').replace('Unit 000003', 'Seahaven')]);
    expect(await events()).toBe(before + 1);
    const again = await importUnits(app, [unit('000003', 'A2').replace('Unit 000003', 'Seahaven')]);
    expect(again).toMatchObject({ unchanged: 1, differences: null });
    expect(await events()).toBe(before + 1);
  });

  it('writes no row that stays as it is', async () => {
    const versions = () =>
      app.db.query(
        `select 'unit' as what, id, xmin::text from unit union all select 'place', unit_id, xmin::text from unit_place
         union all select 'person', id, xmin::text from person union all select 'posting', id, xmin::text from posting
         order by 1, 2, 3`,
      );
    const before = await versions();
    await importUnits(app, [unit('000003', 'A2').replace('Unit 000003', 'Seahaven')]);
    await importPeople(app, ['sam,Sam Kaur,,000003,staff,2026-09-01,']);
    expect(await versions()).toEqual(before);
  });

  it('of the whole of units, too, stops when it would end more than 2%', async () => {
    await expect(importUnits(app, [unit('000001', 'A1', '2026-06-01')], { snapshot: { agreed: 0 } })).rejects.toThrow(
      'This snapshot would end 1 of 2, more than 2%',
    );
  });
});

describe('two files at the same time', () => {
  it('follow one another, and the second is told that it waits', async () => {
    const told: string[] = [];
    let go = () => undefined as void;
    const held = new Promise<void>((resolve) => (go = resolve));
    const first = importPeople(app, ['a,Ann Lee,,000003,staff,2026-01-01,'], {
      progress: (phase) => (phase === 'comparing' ? held : undefined),
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const second = importPeople(app, ['a,Ann Lee,,000003,staff,2026-01-01,'], {
      progress: (phase) => void told.push(phase),
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(told).toEqual(['waiting']);
    go();
    expect(await first).toMatchObject({ new: 1 });
    expect(await second).toMatchObject({ new: 0, unchanged: 1 });
  });

  it('leave nothing behind when one is stopped in the middle', async () => {
    const stopped = new Error('stopped');
    const rows = ['b,Bo Lyle,,000003,staff,2026-01-01,'];
    for (const at of ['reading', 'comparing', 'takingOver']) {
      const stop = { progress: (phase: string) => (phase === at ? Promise.reject(stopped) : undefined) };
      await expect(importPeople(app, rows, stop)).rejects.toBe(stopped);
      expect(await app.db.one(`select 1 from person where reference = 'b'`)).toBeNull();
    }
    expect(await importPeople(app, rows)).toMatchObject({ new: 1 });
  });
});
