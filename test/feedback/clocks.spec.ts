import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { importUnits } from '../network/files.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { importLines, textOf } from './imports.js';
import { notAsRecounted } from './recount.js';
import { forgetAnswers } from './undo-world.js';

/** A Friday; the week before it was the fifty-third of its year. */
const NOW = '2027-01-08T10:00:00Z';
let app: TestApp;

const unit = (region: string, area: string, code: string, from = '2020-01-01', to = '') =>
  `${region},Region ${region},${area},Area ${area},${code},Unit ${code},branch,england,${from},${to}`;

beforeAll(async () => {
  app = await startTestApp({ now: NOW });
  await importUnits(app, [
    unit('R1', 'A1', '000001'),
    unit('R2', 'A2', '000002'),
    unit('R2', 'A3', '000003'),
    unit('R1', 'A1', '000004', '2026-12-30'),
    unit('R1', 'A1', '000005', '2020-01-01', '2026-12-29'),
  ]);
});
afterAll(() => app.stop());
beforeEach(() => forgetAnswers(app));

const at = (time: string, code = '000001', id = `${code} ${time}`) => `${id},${code},${time},4,delighted,4,`;
const sums = (table: string, place: string, time: string) =>
  app.db.query(
    `select p.code, c.${time}::text as "from", c.responses as n from ${table} c join ${place} p on p.id = c.${place}_id
      order by 1, 2`,
  );
const weeks = () => sums('unit_week', 'unit', 'week');
const days = () => sums('area_day', 'area', 'day');

describe('the hour that comes twice in autumn', () => {
  it('belongs to its Sunday both times, and so to the week that ends with it; a day of 25 hours is one day', async () => {
    const result = await importLines(app, [
      at('25/10/2026 00:00'),
      at('25/10/2026 01:30'),
      at('25/10/2026 01:30 GMT'),
      at('25/10/2026 23:59'),
      at('26/10/2026 00:00'),
    ]);
    expect(result).toMatchObject({ new: 5, rejected: 0 });
    expect(await weeks()).toEqual([
      { code: '000001', from: '2026-10-19', n: 4 },
      { code: '000001', from: '2026-10-26', n: 1 },
    ]);
    expect(await days()).toEqual([
      { code: 'A1', from: '2026-10-25', n: 4 },
      { code: 'A1', from: '2026-10-26', n: 1 },
    ]);
    expect(await app.db.query('select distinct answered_at from survey_response')).toHaveLength(5);
    expect(await notAsRecounted(app)).toEqual([]);
  });
});

describe('the fifty-third week of a year', () => {
  it('holds the days of both years', async () => {
    await importLines(app, [
      at('28/12/2026 00:00'),
      at('31/12/2026 23:59'),
      at('01/01/2027 00:00'),
      at('03/01/2027 23:59'),
    ]);
    await importLines(app, [at('04/01/2027 00:00')]);
    expect(await weeks()).toEqual([
      { code: '000001', from: '2026-12-28', n: 4 },
      { code: '000001', from: '2027-01-04', n: 1 },
    ]);
    expect(await sums('region_week', 'region', 'week')).toEqual([
      { code: 'R1', from: '2026-12-28', n: 4 },
      { code: 'R1', from: '2027-01-04', n: 1 },
    ]);
  });
});

describe('an answer that cannot have been given where and when it says', () => {
  it('dated the day after tomorrow is rejected, and lands once its day has come; tomorrow may be another zone', async () => {
    const line = at('10/01/2027 09:00');
    const early = await importLines(app, [line, at('09/01/2027 09:00')]);
    expect(early).toMatchObject({ new: 1, rejected: 1 });
    expect(textOf(early.rejects)).toContain('has not come yet');
    app.clock.set('2027-01-10T10:00:00Z');
    expect(await importLines(app, [line])).toMatchObject({ new: 1, rejected: 0 });
    app.clock.set(NOW);
    expect(await notAsRecounted(app)).toEqual([]);
  });

  it('before its unit opened is rejected, and lands once the unit turns out to have been open', async () => {
    const lines = [at('29/12/2026 12:00', '000004'), at('30/12/2026 12:00', '000004')];
    const early = await importLines(app, lines);
    expect(early).toMatchObject({ new: 1, rejected: 1 });
    expect(textOf(early.rejects)).toContain('Unit 000004 (000004) was in no area on 2026-12-29.');
    await importUnits(app, [unit('R1', 'A1', '000004', '2026-12-01')]);
    expect(await importLines(app, lines)).toMatchObject({ new: 1, unchanged: 1, rejected: 0 });
    expect(await days()).toEqual([
      { code: 'A1', from: '2026-12-29', n: 1 },
      { code: 'A1', from: '2026-12-30', n: 1 },
    ]);
    expect(await notAsRecounted(app)).toEqual([]);
  });

  it('after its unit closed is rejected, also where that is said afterwards: then it counts nowhere but for its unit', async () => {
    const late = await importLines(app, [at('29/12/2026 23:59', '000005'), at('30/12/2026 00:00', '000005')]);
    expect(late).toMatchObject({ new: 1, rejected: 1 });
    expect(textOf(late.rejects)).toContain('closed on 2026-12-29');
    await importUnits(app, [unit('R1', 'A1', '000005', '2020-01-01', '2026-12-28')]);
    expect(await days()).toEqual([]);
    expect(await weeks()).toEqual([{ code: '000005', from: '2026-12-28', n: 1 }]);
    expect(await notAsRecounted(app)).toEqual([]);
  });
});

describe('a region that is merged into another in the middle of a week', () => {
  it('keeps the days before, and the other has those from then on; all of them stay with their areas', async () => {
    const week = ['28', '29', '30', '31'].map((day) => `${day}/12/2026 12:00`);
    await importLines(
      app,
      [...week, '01/01/2027 12:00'].flatMap((time) => [at(time, '000002'), at(time, '000003')]),
    );
    await importUnits(app, [unit('R1', 'A2', '000002', '2026-12-30'), unit('R1', 'A3', '000003', '2026-12-30')]);
    expect(await sums('region_week', 'region', 'week')).toEqual([
      { code: 'R1', from: '2026-12-28', n: 6 },
      { code: 'R2', from: '2026-12-28', n: 4 },
    ]);
    expect(await app.db.query('select sum(responses)::int as n from area_week group by area_id')).toEqual([
      { n: 5 },
      { n: 5 },
    ]);
    expect(await notAsRecounted(app)).toEqual([]);
  });
});
