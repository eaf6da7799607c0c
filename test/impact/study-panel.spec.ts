import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Metric } from '../../src/impact/link-choice.js';
import { StudyPanels, type PanelDesign } from '../../src/impact/panel/study-panels.service.js';
import { THRESHOLD } from '../../src/impact/panel/treated-from.js';
import { finish, startWeek } from '../campaigns/week-world.js';
import { importUnits } from '../network/files.js';
import type { TestApp } from '../support/app.js';
import { answers } from './answers.js';

const SLUG = 'put-it-right-first-time';
const UNITS = [
  'R1,North,A1,Moors,021047,Ashbridge,branch,england,2020-01-01,',
  'R1,North,A1,Moors,000002,Millbridge,branch,england,2020-01-01,',
  'R1,North,A2,Coast,000003,Seahaven,branch,england,2020-01-01,2026-12-27',
  'R2,South,A3,Downs,000003,Seahaven,branch,england,2026-12-28,',
  'R1,North,A2,Coast,HQ,Head office,department,england,2020-01-01,',
];

describe('the panel of a study', () => {
  let app: TestApp;
  let design: PanelDesign;

  beforeAll(async () => {
    app = await startWeek();
    await importUnits(app, UNITS);
    const course = await app.db.one<{ id: number }>('select id from course where slug = $1', [SLUG]);
    design = {
      courseIds: [course!.id],
      weeks: { from: '2026-12-07', to: '2027-01-11' },
      scope: { kinds: ['branch'], regionIds: null },
      threshold: THRESHOLD,
      weighting: 'answers',
      wavePlanId: null,
    };
    // Five of Ashbridge's six by the Sunday of the third week; one of Millbridge's two.
    for (const who of ['sam', 'al', 'bo', 'cy']) await finish(app, who, SLUG, '2026-12-01T10:00:00Z');
    await finish(app, 'di', SLUG, '2026-12-27T23:30:00Z');
    await finish(app, 'kim', SLUG, '2026-12-01T10:00:00Z');
    await answers(app, [
      { unit: '021047', week: '2026-11-30', n: 9, top: 9 },
      { unit: '021047', week: '2026-12-07', n: 10, top: 6 },
      { unit: '021047', week: '2026-12-28', n: 20, top: 19 },
      { unit: '000002', week: '2026-12-14', n: 5, top: 4 },
      { unit: '000002', week: '2027-01-04', n: 0, top: 0 },
      { unit: '000003', week: '2027-01-11', n: 8, top: 2 },
      { unit: '000003', week: '2027-01-18', n: 8, top: 8 },
      { unit: 'HQ', week: '2027-01-11', n: 8, top: 2 },
    ]);
  });
  afterAll(() => app.stop());

  const read = async ({ metric = 'ease', ...changed }: Partial<PanelDesign> & { metric?: Metric } = {}) => {
    const panels = app.nest.get(StudyPanels);
    const asked = { ...design, ...changed };
    return panels.read(asked, metric, await panels.starts(asked));
  };

  it('has a row for each week in which customers answered, and none where nobody did', async () => {
    const { panel, y, answers: n, unitIds } = await read();
    expect([panel.units, panel.times, unitIds.length]).toEqual([3, 6, 3]);
    expect([...panel.from]).toEqual([0, 1, 2, 4]);
    expect([...panel.time]).toEqual([1, 5, 0, 3]);
    expect([...y]).toEqual([80, 25, 60, 95]);
    expect([...n]).toEqual([5, 8, 10, 20]);
    expect([...panel.weight]).toEqual([5, 8, 10, 20]);
  });

  it('says from which week on each unit counts as trained', async () => {
    expect([...(await read()).start]).toEqual([6, 6, 2]);
    expect([...(await read({ threshold: 0.5 })).start]).toEqual([0, 6, 0]);
    expect([...(await read({ courseIds: [] })).start]).toEqual([6, 6, 6]);
  });

  it('knows where each unit stood at the end', async () => {
    const { area, region, areaIds, regionIds } = await read();
    const codes = async (table: string, ids: number[]) =>
      (await app.db.query<{ code: string }>(`select code from ${table} where id = any ($1) order by code`, [ids])).map(
        ({ code }) => code,
      );
    expect([...area]).toEqual([0, 1, 0]);
    expect([...region]).toEqual([0, 1, 0]);
    expect(await codes('area', areaIds)).toEqual(['A1', 'A3']);
    expect(await codes('region', regionIds)).toEqual(['R1', 'R2']);
  });

  it('holds what the study asks for', async () => {
    const [south] = await app.db.query<{ id: number }>(`select id from region where code = 'R2'`);
    expect((await read({ scope: { kinds: ['branch'], regionIds: [south!.id] } })).panel.units).toBe(1);
    expect((await read({ scope: { kinds: ['department', 'branch'], regionIds: null } })).panel.units).toBe(4);
    expect([...(await read({ weighting: 'equal' })).panel.weight]).toEqual([1, 1, 1, 1]);
    expect([...(await read({ metric: 'netEmotion' })).y]).toEqual([0, 0, 0, 0]);
    expect((await read({ scope: { kinds: ['paymentPoint'], regionIds: null } })).panel.units).toBe(0);
  });
});
