import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Standings } from '../../src/feedback/standings/standings.service.js';
import { answers, ashbridgeSlips, aWorld, idOf } from '../dashboards/world.js';
import { type TestApp, startTestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';

let app: TestApp;
let dawn: Browserless;

beforeAll(async () => {
  app = await startTestApp({ now: '2027-02-10T10:00:00Z' });
  await aWorld(app);
  await ashbridgeSlips(app);
  dawn = await app.signInAs(await idOf(app, 'dawn'));
});
afterAll(() => app.stop());

const fill = () => app.nest.get(Standings).fill('2027-02-10');
const kept = async () =>
  (
    await app.db.query<{ code: string }>(
      'select u.code from unit_standing s join unit u on u.id = s.unit_id order by 1',
    )
  ).map(({ code }) => code);
const rowsOfTable = async () => /<tbody[\s\S]*?<\/tbody>/.exec((await dawn.get('/areas/A07')).text)?.[0];

describe('how units stood at a closed week', () => {
  it('is printed the same whether it was kept or is worked out', async () => {
    const workedOut = await rowsOfTable();
    await fill();
    expect(await kept()).toEqual(['021047', '021048', '021049', '021050', '031001']);
    expect(await rowsOfTable()).toBe(workedOut);
    expect(workedOut).toContain('slipping');
  });

  it('is read and not worked out again', async () => {
    await app.db.query('create table kept as table unit_week; truncate unit_week');
    expect(await rowsOfTable()).toContain('slipping');
    await app.db.query('insert into unit_week table kept; drop table kept');
  });

  it('is forgotten in the transaction in which an answer of its year lands, for that unit only', async () => {
    await answers(app, [{ unit: '021048', week: '2027-01-25', n: 9, easy: 0 }]);
    expect(await kept()).not.toContain('021048');
    expect(await kept()).toContain('021047');
    const workedOut = await rowsOfTable();
    await fill();
    expect(await rowsOfTable()).toBe(workedOut);
    await answers(app, [{ unit: '021048', week: '2026-02-02', n: 9, easy: 0 }]);
    expect(await kept()).toContain('021048');
  });

  it('is kept once, however many processes see to it at the same time as answers land', async () => {
    await app.db.query('truncate unit_standing');
    await Promise.all([fill(), answers(app, [{ unit: '021047', week: '2027-02-01', n: 30, easy: 0 }]), fill()]);
    const printed = await rowsOfTable();
    await app.db.query('truncate unit_standing');
    expect(await rowsOfTable()).toBe(printed);
  });

  it('is kept by a job when the next week has closed', async () => {
    app.clock.set('2027-02-16T10:00:00Z');
    await app.runJobs();
    await app.nest.get(Standings).fill('2027-02-16');
    app.clock.set('2027-02-10T10:00:00Z');
    expect(await app.db.query(`select distinct week from unit_standing order by 1`)).toContainEqual({
      week: '2027-02-08',
    });
  });
});

describe('an outsider', () => {
  it('is given the standing of no unit out of reach', async () => {
    await fill();
    const standings = app.nest.get(Standings);
    const area = await app.db.one<{ id: number }>(`select id from area where code = 'A07'`);
    const nobody = { reach: { network: false, regionIds: [], areaIds: [], unitIds: [] } };
    expect((await standings.ofArea(nobody, area!.id, '2027-02-10')).size).toBe(0);
  });
});
