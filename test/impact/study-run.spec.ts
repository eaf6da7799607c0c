import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StudiesQueries } from '../../src/impact/studies/studies.queries.js';
import { Studies } from '../../src/impact/studies/studies.service.js';
import { StudyPreview } from '../../src/impact/studies/study-preview.service.js';
import { ACTOR_SOURCE, type ActorSource } from '../../src/platform/actor-source.js';
import { verdictOf } from '../../src/impact/studies/verdict.js';
import type { TestApp } from '../support/app.js';
import {
  aStudy,
  BRANCHES,
  firstHalfTrains,
  idOf,
  someAnswers,
  startNetwork,
  TRAINED_FROM,
  WEEKS,
} from './study-world.js';

describe('a study', () => {
  let app: TestApp;
  let nik: number;
  let id: number;

  const actor = async () => (await app.nest.get<ActorSource>(ACTOR_SOURCE).load(nik))!;
  const studies = () => app.nest.get(Studies);
  const queries = () => app.nest.get(StudiesQueries);
  const latest = async () => (await queries().latest(id, app.clock.now()))!;
  const runAgain = async () => {
    await studies().runAgain(id, randomUUID(), nik);
    await app.runJobs();
  };

  beforeAll(async () => {
    app = await startNetwork();
    nik = await idOf(app, 'nik');
    await someAnswers(app, { from: 0, to: WEEKS - 4 }, 15);
    await firstHalfTrains(app);
  }, 60_000);
  afterAll(() => app.stop());

  it('says beforehand who would be on which side, and no score', async () => {
    const preview = await app.nest.get(StudyPreview).of(await aStudy(app));
    expect(preview).toMatchObject({
      panel: { units: BRANCHES, trained: 30, untrained: 30, always: 0, firstStart: '2026-06-29', starts: 1 },
      notEnough: null,
      weeks: { from: '2026-01-05', to: '2026-12-14' },
    });
    expect(JSON.stringify(preview)).not.toMatch(/score|estimate|change/);
  });

  it('is registered once however often the form is sent, and worked out by a job', async () => {
    const token = randomUUID();
    const draft = await aStudy(app);
    id = await studies().register(nik, draft, token);
    expect(await studies().register(nik, { ...draft, title: 'Another name' }, token)).toBe(id);
    expect(await queries().latest(id, app.clock.now())).toBeNull();
    expect(await queries().running(id)).toMatchObject({ job: { begun: false, over: false, phase: null } });
    await app.runJobs();
    expect(await queries().running(id)).toBeNull();
    expect(await queries().one(id, app.clock.now())).toMatchObject({
      title: 'Put it right and ease',
      registeredBy: 'nik Jones',
    });
    expect(await app.db.query('select id from study')).toHaveLength(1);
  });

  it('finds what was planted: fifteen points, in every week since, and nothing before', async () => {
    const { findings, number, closedTo } = await latest();
    expect([number, closedTo]).toEqual([1, '2026-12-14']);
    expect(findings.effect).toMatchObject({ units: 30, clusters: 30, dropped: 0 });
    expect(findings.effect!.low).toBeLessThan(15);
    expect(findings.effect!.high).toBeGreaterThan(15);
    expect(findings.effect!.high - findings.effect!.low).toBeLessThan(7);
    expect(findings.weeksSince.map(({ week }) => week)).toEqual(
      Array.from({ length: 12 + WEEKS - 4 - TRAINED_FROM }, (_, at) => at - 12),
    );
    expect(findings.placebos.map(({ weeks }) => weeks)).toEqual([13]);
    expect(findings.leads).toMatchObject({ method: 'wildBootstrap', weeks: 8, clusters: BRANCHES });
    expect(findings.leads!.p).toBeGreaterThan(0.05);
    expect(findings.drivers).toHaveLength(6);
    expect(findings.drivers.every(({ clear }) => clear)).toBe(true);
    expect(findings.beforeAfter).toMatchObject({ units: 30, weeks: 13, chosenLow: expect.any(Boolean) });
    expect(verdictOf(findings)).toMatchObject({ better: true });
  });

  it('is not worked out twice on the same data: the result that stands is kept', async () => {
    await runAgain();
    expect(await queries().results(id, app.clock.now())).toHaveLength(1);
    expect(await queries().sameSince(id, app.clock.now())).toEqual(app.clock.now());
  });

  it('gets a new result beside the old when data have come', async () => {
    const before = await latest();
    await someAnswers(app, { from: WEEKS - 4, to: WEEKS }, 15, 8);
    await runAgain();
    const results = await queries().results(id, app.clock.now());
    expect(results.map(({ number }) => number)).toEqual([2, 1]);
    expect(new Set(results.map(({ dataVersion }) => dataVersion)).size).toBe(2);
    expect(await queries().result(id, 1, app.clock.now())).toEqual(before);
    expect(await queries().sameSince(id, app.clock.now())).toBeNull();
  });

  it('has one run at a time, and says so', async () => {
    const token = randomUUID();
    await studies().runAgain(id, token, nik);
    await studies().runAgain(id, token, nik);
    await expect(studies().runAgain(id, randomUUID(), nik)).rejects.toThrow(/being worked out already/);
    await app.runJobs();
  });

  it('can be stopped, and begun again afterwards', async () => {
    await studies().runAgain(id, randomUUID(), nik);
    expect(await studies().stop(id, await actor())).toBe(true);
    expect(await queries().running(id)).toBeNull();
    expect(await studies().stop(id, await actor())).toBe(false);
    await runAgain();
    expect(await queries().results(id, app.clock.now())).toHaveLength(2);
    expect(await app.db.query(`select outcome from study_run where outcome = 'stopped'`)).toHaveLength(1);
  });

  it('says what is missing where only a few have trained', async () => {
    const few = await aStudy(app, {
      regionIds: [(await app.db.one<{ id: number }>(`select id from region where code = 'R1'`))!.id],
    });
    const of = await studies().register(nik, { ...few, title: 'In the North' }, randomUUID());
    await app.runJobs();
    const { findings } = (await queries().latest(of, app.clock.now()))!;
    expect(findings.notEnough?.missing).toEqual([
      { what: 'trainedUnits', have: 15, need: 20 },
      { what: 'untrainedUnits', have: 15, need: 20 },
    ]);
    expect(findings).toMatchObject({ effect: null, weeksSince: [], leads: null, drivers: [] });
  });
});
