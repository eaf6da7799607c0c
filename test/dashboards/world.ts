/** An area with a slipping branch, a good one and a quiet one, its neighbour area, and the people who look after them. */
import { landResponses, type StagedResponse } from '../../src/feedback/imports/landing.queries.js';
import { addDays } from '../../src/platform/dates.js';
import type { Driver } from '../../src/platform/drivers.js';
import { aCourse, publish } from '../factories/courses.js';
import { importPeople, importUnits } from '../network/files.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';

/** A browser in which the person with this reference is signed in. */
export type SignIn = (reference: string) => Promise<Browserless>;

export interface Slipping {
  app: TestApp;
  signIn: SignIn;
  /** The area's manager. */
  dawn: Browserless;
}

/** An application in which Ashbridge slips, on Wednesday 10 February 2027. Stop it in afterAll. */
export async function whereAshbridgeSlips(): Promise<Slipping> {
  const app = await startTestApp({ now: '2027-02-10T10:00:00Z' });
  await aWorld(app);
  await ashbridgeSlips(app);
  const signIn: SignIn = async (reference) => app.signInAs(await idOf(app, reference));
  return { app, signIn, dawn: await signIn('dawn') };
}

export async function aWorld(app: TestApp): Promise<void> {
  await importUnits(app, [
    'R1,North,A07,Northmere and Coast,021047,Ashbridge,branch,england,2020-01-01,',
    'R1,North,A07,Northmere and Coast,021048,Vennelshaw,branch,england,2020-01-01,',
    'R1,North,A07,Northmere and Coast,021049,Quietby,branch,england,2020-01-01,',
    'R1,North,A08,Dale and Fell,021050,Fellside,branch,england,2020-01-01,',
    'R2,South,A20,Downs,031001,Chalkford,branch,england,2020-01-01,',
  ]);
  await importPeople(app, [
    ...['Sam Kaur', 'Ella Mahmood', 'Imran Weir', 'Mei Nash'].map(
      (name, i) => `s${i},${name},,021047,staff,2020-01-01,`,
    ),
    'post,Pia Post,,021048,postmaster,2020-01-01,',
    'dawn,Dawn Mercer,,A07,areaManager,2020-01-01,',
    'dale,Dale Other,,A08,areaManager,2020-01-01,',
    'regi,Regina North,,R1,regionalManager,2020-01-01,',
    'nik,Nikhil Rao,,031001,analyst,2020-01-01,',
    'gast,Gil Guest,,031001,guest,2020-01-01,',
  ]);
  await publish(app, aCourse({ slug: 'put-it-right-first-time', title: 'Put it right first time' }));
}

export async function idOf(app: TestApp, reference: string): Promise<number> {
  const row = await app.db.one<{ id: number }>('select id from person where reference = $1', [reference]);
  return row?.id ?? 0;
}

export interface WeekOfAnswers {
  unit: string;
  /** Monday. */
  week: string;
  n: number;
  easy: number;
  /** Shares of good answers by driver, 0.8 unless given. */
  drivers?: Partial<Record<Driver, number>>;
  /** Said by those who did not find it easy. */
  said?: string;
}

/** Lands answers week by week as an import would. */
export async function answers(app: TestApp, weeks: readonly WeekOfAnswers[]): Promise<void> {
  const units = await app.db.query<{ id: number; code: string }>('select id, code from unit');
  const ids = new Map(units.map(({ id, code }) => [code, id]));
  await app.db.write(async (tx) => {
    const made = await tx.one<{ source: number; import: number }>(
      `with s as (insert into survey_source (name) values (gen_random_uuid()::text) returning id),
            m as (insert into survey_mapping (source_id, number, mapping) select id, 1, '{}' from s returning id, source_id),
            i as (insert into survey_import (source_id, mapping_id, file_name, file_sha256, started_at, finished_at)
                  select source_id, id, 'answers.csv', '', '2026-01-01', '2026-01-01' from m returning id, source_id)
       select source_id as source, id as import from i`,
    );
    await landResponses(
      tx,
      made?.source ?? 0,
      made?.import ?? 0,
      weeks.flatMap((week) => rowsOf(week, ids.get(week.unit) ?? 0)),
    );
  });
}

const ASKED: Driver[] = ['friendly', 'professional', 'knowledge', 'understanding', 'efficiency', 'expectations'];

function rowsOf({ unit, week, n, easy, drivers = {}, said }: WeekOfAnswers, unitId: number): StagedResponse[] {
  return Array.from({ length: n }, (_, i) => {
    const good = i < easy;
    const rated = ASKED.map((driver) => [driver, i < Math.round((drivers[driver] ?? 0.8) * n) ? 5 : 2]);
    return {
      key: `${unit}-${week}-${i}`,
      unitId,
      answeredAt: new Date(`${addDays(week, i % 6)}T12:${String(i % 60).padStart(2, '0')}:00Z`),
      answers: { ease: good ? 5 : 2, emotion: good ? 2 : -1, ...Object.fromEntries(rated) },
      comment: good ? null : (said ?? null),
    };
  });
}

/** `count` Mondays up to and including `last`, oldest first. */
export function mondays(last: string, count: number): string[] {
  return Array.from({ length: count }, (_, back) => addDays(last, -7 * (count - 1 - back)));
}

/** Ashbridge as the demo tells it: 82 for thirteen weeks, 68 for four. */
export async function ashbridgeSlips(app: TestApp): Promise<void> {
  const slump = { n: 45, said: 'I was sent elsewhere again' };
  await answers(app, [
    ...mondays('2027-01-04', 13).map((week, i) => ({ unit: '021047', week, n: 45, easy: i === 0 ? 36 : 37 })),
    ...mondays('2027-02-01', 4).map((week, i) => ({
      ...slump,
      unit: '021047',
      week,
      easy: i < 2 ? 30 : 31,
      drivers: { expectations: 0.35 },
    })),
    ...mondays('2027-02-01', 17).map((week) => ({ unit: '021048', week, n: 20, easy: 18, said: 'A bit slow' })),
    { unit: '021049', week: '2027-01-18', n: 4, easy: 4 },
    { unit: '021050', week: '2027-01-18', n: 40, easy: 10, said: 'Fellside was shut' },
  ]);
}
