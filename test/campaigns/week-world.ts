/** What the campaign and impact specs share: three branches in two areas, their people, the shipped courses and weeks. */
import { resolve } from 'node:path';
import { CampaignContentService } from '../../src/campaigns/campaign-content.service.js';
import { CoursesService } from '../../src/courses/courses.service.js';
import { importPeople, importUnits } from '../network/files.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';

export const WEEK = '/campaigns/love-your-customers-week-2027';
export const WEDNESDAY = `${WEEK}/days/2027-02-10`;

const post = (reference: string, place: string, role: string) =>
  `${reference},${reference} Jones,,${place},${role},2020-01-01,`;

/** Ashbridge has six people, Millbridge two (both in Dawn's Moors); Seahaven, in Coast, has five. */
export async function startWeek(now = '2027-02-10T10:00:00Z'): Promise<TestApp> {
  const app = await startTestApp({ now });
  await importUnits(app, [
    'R1,North,A1,Moors,021047,Ashbridge,branch,england,2020-01-01,',
    'R1,North,A1,Moors,000002,Millbridge,branch,england,2020-01-01,',
    'R1,North,A2,Coast,000003,Seahaven,branch,england,2020-01-01,',
    'R1,North,A2,Coast,HQ,Head office,department,england,2020-01-01,',
  ]);
  await importPeople(app, [
    ...['sam', 'al', 'bo', 'cy', 'di'].map((name) => post(name, '021047', 'staff')),
    post('pia', '021047', 'postmaster'),
    post('kim', '000002', 'staff'),
    post('kit', '000002', 'postmaster'),
    ...['sea', 'ed', 'flo', 'gus', 'hal'].map((name) => post(name, '000003', 'staff')),
    post('dawn', 'A1', 'areaManager'),
    post('cora', 'A2', 'areaManager'),
    post('ross', 'R1', 'regionalManager'),
    post('nik', 'HQ', 'analyst'),
    post('grace', 'HQ', 'author'),
    post('ros', 'HQ', 'administrator'),
  ]);
  await app.nest.get(CoursesService).loadContent(resolve('content'));
  await app.nest.get(CampaignContentService).loadContent(resolve('content'));
  return app;
}

export async function idOf(app: TestApp, reference: string): Promise<number> {
  return (await app.db.one<{ id: number }>('select id from person where reference = $1', [reference]))!.id;
}

export async function as(app: TestApp, reference: string): Promise<Browserless> {
  return app.signInAs(await idOf(app, reference));
}

/** Somebody finishes a course at a moment, where their main posting is. */
export async function finish(app: TestApp, reference: string, slug: string, at: string): Promise<void> {
  await app.db.query(
    `insert into completion (person_id, course_id, course_version_id, unit_id, completed_at)
     select p.id, c.id, v.id, (select unit_id from posting where person_id = p.id and main), $3::timestamptz
       from person p, course c join course_version v on v.course_id = c.id and v.state = 'published'
      where p.reference = $1 and c.slug = $2`,
    [reference, slug, at],
  );
}

export function pledge(browser: Browserless, words: string, day = WEDNESDAY) {
  return browser.post(`${day}/pledges`, { words });
}
