import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FeedbackQueries } from '../../src/feedback/feedback.queries.js';
import { landResponses, type StagedResponse } from '../../src/feedback/imports/landing.queries.js';
import { EMOTION_VALUES, EMOTIONS } from '../../src/platform/emotions.js';
import { weeksUpTo } from '../../src/feedback/metrics/period.js';
import { weekOf } from '../../src/feedback/metrics/week.js';
import { ActorLoader } from '../../src/network/actor-loader.service.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { aWorld, idOf } from '../dashboards/world.js';
import { wrongCells } from './imports.js';

let app: TestApp;
let source: { source: number; import: number };
let units: number[];

beforeAll(async () => {
  app = await startTestApp({ now: '2027-02-10T10:00:00Z' });
  await aWorld(app);
  units = (await app.db.query<{ id: number }>('select id from unit order by code')).map(({ id }) => id);
  const made = await app.db.one<typeof source>(
    `with s as (insert into survey_source (name) values ('Random') returning id),
          m as (insert into survey_mapping (source_id, number, mapping) select id, 1, '{}' from s returning id, source_id)
     insert into survey_import (source_id, mapping_id, file_name, file_sha256) select source_id, id, '', '' from m
     returning source_id as source, id as import`,
  );
  source = made ?? { source: 0, import: 0 };
});
afterAll(() => app.stop());

/** Numbers that look random and are the same at every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % sides;
  };
}

/** Answers at any minute of two years, clock changes included, some of every question left out. */
function randomResponses(count: number, seed: number): StagedResponse[] {
  const roll = dice(seed);
  const maybe = () => (roll(5) === 0 ? undefined : 1 + roll(5));
  return Array.from({ length: count }, (_, i) => {
    const emotion = EMOTIONS[roll(7)];
    const answers = {
      ease: maybe(),
      friendly: maybe(),
      expectations: maybe(),
      emotion: emotion && EMOTION_VALUES[emotion],
    };
    const given = Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined));
    const answeredAt = new Date(Date.UTC(2025, 2, 1) + roll(700 * 24 * 60) * 60_000);
    return {
      key: `k${i}`,
      unitId: units[roll(units.length)] ?? 0,
      answeredAt,
      answers: given,
      comment: roll(3) ? null : 'Said',
    };
  });
}

const land = (responses: StagedResponse[]) =>
  app.db.write((tx) => landResponses(tx, source.source, source.import, responses));

describe('landing answers in sets', () => {
  it('counts every answer once, in the week that the pure rule says', async () => {
    expect(await land(randomResponses(3000, 7))).toEqual({ new: 3000, changed: 0, unchanged: 0 });
    const rows = await app.db.query<{ at: Date; week: string }>('select answered_at as at, week from survey_response');
    expect(rows.filter(({ at, week }) => weekOf(at) !== week)).toEqual([]);
    expect(await wrongCells(app)).toEqual([]);
  });

  it('moves the rollups by the differences when answers are corrected, however often', async () => {
    for (const seed of [11, 13]) {
      const { changed, unchanged } = await land(randomResponses(3000, seed));
      expect(changed + unchanged).toBe(3000);
      expect(await wrongCells(app)).toEqual([]);
    }
    expect((await app.db.one<{ n: number }>('select count(*)::int as n from survey_response'))?.n).toBe(3000);
  });

  it('gives the same rollups as landing the last state at once', async () => {
    const corrected = await app.db.query('select * from unit_week order by unit_id, week');
    await app.db.query('truncate survey_response_history, survey_response, unit_week, area_day');
    await land(randomResponses(3000, 13));
    expect(await app.db.query('select * from unit_week order by unit_id, week')).toEqual(corrected);
  });
});

describe('sums over closed weeks', () => {
  const actor = async (reference: string) => {
    const found = await app.nest.get(ActorLoader).load(await idOf(app, reference));
    if (!found) throw new Error(`${reference} has no posting.`);
    return found;
  };
  const areaOf = async (code: string) =>
    (await app.db.one<{ id: number }>('select id from area where code = $1', [code]))?.id ?? 0;

  it('of a region are the sums of its areas, and of an area those of its units', async () => {
    const [feedback, nikhil] = [app.nest.get(FeedbackQueries), await actor('nik')];
    const totals = await Promise.all(
      (['unit', 'area', 'region'] as const).map(async (level) => {
        const windows = [...(await feedback.windows(nikhil, {}, level, '2027-02-10')).values()];
        return windows.reduce((sum, one) => sum + one[52].responses + one.earlier.ease.sum, 0);
      }),
    );
    expect(new Set(totals).size).toBe(1);
    expect(totals[0]).toBeGreaterThan(1000);
  });

  it('add up from the weekly series of their units', async () => {
    const [feedback, dawn] = [app.nest.get(FeedbackQueries), await actor('dawn')];
    const areaId = await areaOf('A07');
    const units = await app.db.query<{ id: number }>(
      `select unit_id as id from unit_place where area_id = $1 and valid @> date '2027-02-10'`,
      [areaId],
    );
    const weeks = weeksUpTo('2027-02-01', 13);
    const all = await Promise.all(units.map(({ id }) => feedback.series(dawn, id, weeks, '2027-02-10')));
    const windows = (await feedback.windows(dawn, { areaId }, 'area', '2027-02-10')).get(areaId);
    expect(all.flat().reduce((sum, { counts }) => sum + counts.responses, 0)).toBe(windows?.[13].responses);
  });

  it('hold nothing out of reach', async () => {
    const [feedback, dawn] = [app.nest.get(FeedbackQueries), await actor('dawn')];
    const areaId = await areaOf('A08');
    expect((await feedback.windows(dawn, { areaId }, 'unit', '2027-02-10')).size).toBe(0);
    const [unit] = await app.db.query<{ id: number }>('select unit_id as id from unit_place where area_id = $1', [
      areaId,
    ]);
    expect(await feedback.series(dawn, unit!.id, weeksUpTo('2027-02-01', 52), '2027-02-10')).toEqual([]);
    expect((await feedback.allSoFar(dawn, { areaId }, '2027-02-10')).counts.responses).toBe(0);
    const everything = await feedback.windows(dawn, {}, 'region', '2027-02-10');
    const own = await feedback.windows(dawn, { areaId: await areaOf('A07') }, 'area', '2027-02-10');
    expect([...everything.values()]).toEqual([...own.values()]);
  });
});
