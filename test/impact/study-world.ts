import { resolve } from 'node:path';
import { CoursesService } from '../../src/courses/courses.service.js';
import type { StudyDraft } from '../../src/impact/studies/studies.queries.js';
import { addDays } from '../../src/platform/dates.js';
import { seededRandom } from '../../src/statistics/seeded-random.js';
import { importPeople, importUnits } from '../network/files.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { answers } from './answers.js';

export const FIRST_WEEK = '2026-01-05';
export const WEEKS = 50;
export const TRAINED_FROM = 25;
export const SLUG = 'put-it-right-first-time';
/** So many branches, six in each of ten areas; the first half of them trains. */
export const BRANCHES = 60;
const A_WEEK = 8;

const code = (branch: number) => String(100_001 + branch);
const monday = (week: number) => addDays(FIRST_WEEK, 7 * week);

/** Sixty branches of one person each, in two regions, and the CX team; nobody has answered and nobody has learned anything. */
export async function startNetwork(now = '2026-12-21T10:00:00Z'): Promise<TestApp> {
  const app = await startTestApp({ now });
  const region = (area: number) => (area < 5 ? 'R1,North' : 'R2,South');
  await importUnits(app, [
    ...Array.from({ length: BRANCHES }, (_, branch) => {
      const area = branch % 10;
      return `${region(area)},A${area},Area ${area},${code(branch)},Branch ${branch},branch,england,2020-01-01,`;
    }),
    'R1,North,A0,Area 0,HQ,Head office,department,england,2020-01-01,',
  ]);
  const post = (reference: string, place: string, role: string) =>
    `${reference},${reference} Jones,,${place},${role},2020-01-01,`;
  await importPeople(app, [
    ...Array.from({ length: BRANCHES }, (_, branch) => post(`p${branch}`, code(branch), 'staff')),
    ...[post('dawn', 'A1', 'areaManager'), post('ross', 'R1', 'regionalManager'), post('nik', 'HQ', 'analyst')],
    ...[post('grace', 'HQ', 'author'), post('ros', 'HQ', 'administrator')],
  ]);
  await app.nest.get(CoursesService).loadContent(resolve('content'));
  return app;
}

/** Answers of all branches from one week up to another, and `lift` more in a hundred good ones where it has trained. */
export async function someAnswers(
  app: TestApp,
  weeks: { from: number; to: number },
  lift = 0,
  seed = 5,
): Promise<void> {
  const random = seededRandom(seed);
  const good = (share: number) => Array.from({ length: A_WEEK }, () => random() < share).filter(Boolean).length;
  const rows = Array.from({ length: BRANCHES }, (_, branch) =>
    Array.from({ length: weeks.to - weeks.from }, (_, at) => {
      const week = weeks.from + at;
      const trained = branch < BRANCHES / 2 && week >= TRAINED_FROM;
      const top = good(0.6 + 0.1 * Math.sin(branch) + (trained ? lift / 100 : 0));
      return { unit: code(branch), week: monday(week), n: A_WEEK, top };
    }),
  );
  await answers(app, rows.flat());
}

/** The person of each of the first branches finishes the course in the week in which it is said to have trained. */
export async function firstHalfTrains(app: TestApp, branches = BRANCHES / 2): Promise<void> {
  await app.db.query(
    `insert into completion (person_id, course_id, course_version_id, unit_id, completed_at)
     select p.id, c.id, v.id, post.unit_id, $2::timestamptz
       from course c join course_version v on v.course_id = c.id and v.state = 'published',
            person p join posting post on post.person_id = p.id and post.main
      where c.slug = $1 and p.reference = any ($3)`,
    [SLUG, `${monday(TRAINED_FROM)}T10:00:00Z`, Array.from({ length: branches }, (_, branch) => `p${branch}`)],
  );
}

export async function aStudy(app: TestApp, changed: Partial<StudyDraft> = {}): Promise<StudyDraft> {
  const course = await app.db.one<{ id: number }>('select id from course where slug = $1', [SLUG]);
  return {
    title: 'Put it right and ease',
    campaignId: null,
    courseIds: [course!.id],
    metric: 'ease',
    threshold: 0.8,
    weighting: 'answers',
    clusterLevel: 'unit',
    kinds: ['branch'],
    regionIds: null,
    weeks: { from: FIRST_WEEK, to: monday(WEEKS - 1) },
    wavePlanId: null,
    ...changed,
  };
}

export async function idOf(app: TestApp, reference: string): Promise<number> {
  return (await app.db.one<{ id: number }>('select id from person where reference = $1', [reference]))!.id;
}
