/** What the home specs share: two branches, their people, the shipped courses and weeks, and a few kind customers. */
import { resolve } from 'node:path';
import { CampaignContentService } from '../../src/campaigns/campaign-content.service.js';
import { CoursesService } from '../../src/courses/courses.service.js';
import { importLines } from '../feedback/imports.js';
import { importPeople, importUnits } from '../network/files.js';
import { startTestApp, type TestApp } from '../support/app.js';

export const WEDNESDAY = '2027-02-10T10:00:00Z';

export async function startHome(): Promise<TestApp> {
  const app = await startTestApp({ now: WEDNESDAY });
  await importUnits(app, [
    'R1,North,A1,Moors,021047,Ashbridge,branch,england,2020-01-01,',
    'R1,North,A1,Moors,000002,Millbridge,branch,england,2020-01-01,',
    'R1,North,A2,Coast,000003,Seahaven,branch,england,2020-01-01,',
  ]);
  await importPeople(app, [
    'sam,Sam Kaur,,021047,staff,2020-01-01,',
    'pia,Pia Post,,021047,postmaster,2020-01-01,',
    ...['al', 'bo', 'cy'].map((name) => `${name},${name} Jones,,021047,staff,2020-01-01,`),
    'lone,Eleri Pugh,,000003,postmaster,2020-01-01,',
    'dawn,Dawn Mercer,,A1,areaManager,2020-01-01,',
    'ross,Ross Vale,,R1,regionalManager,2020-01-01,',
    'grace,Grace Okafor,,000002,author,2020-01-01,',
    'nik,Nikhil Rao,,000002,analyst,2020-01-01,',
    'ada,Ada Min,,000002,administrator,2020-01-01,',
  ]);
  const content = resolve('content');
  await app.nest.get(CoursesService).loadContent(content);
  await app.nest.get(CampaignContentService).loadContent(content);
  return app;
}

export async function personId(app: TestApp, reference: string): Promise<number> {
  const person = await app.db.one<{ id: number }>('select id from person where reference = $1', [reference]);
  return person!.id;
}

export const browse = async (app: TestApp, reference: string) => app.signInAs(await personId(app, reference));

/** The person finishes a course on a day, at noon. */
export async function finish(app: TestApp, reference: string, slug: string, day: string): Promise<void> {
  await app.db.query(
    `insert into completion (person_id, course_id, course_version_id, completed_at)
     select p.id, c.id, v.id, $3::date + time '12:00'
       from person p, course c join course_version v on v.course_id = c.id and v.state = 'published'
      where p.reference = $1 and c.slug = $2`,
    [reference, slug, day],
  );
}

/** Customers of a branch say these things, one a day from 1 February on; all were delighted unless said. */
export function customersSay(app: TestApp, branch: string, comments: readonly string[], felt = 'delighted') {
  const lines = comments.map(
    (said, at) => `${branch}-${felt}-${at},${branch},0${at + 1}/02/2027 09:00,5,${felt},5,"${said}"`,
  );
  return importLines(app, lines);
}

interface Asked {
  by: string;
  of: string[];
  slug: string;
  dueOn: string;
  reason: string;
}

/** Somebody asked these people for a course on 1 February or, asking again, an hour later. */
export async function ask(app: TestApp, { by, of, slug, dueOn, reason }: Asked): Promise<void> {
  await app.db.query(
    `with made as (
       insert into assignment (form_token, course_id, made_by, made_at, reason, due_on)
       select gen_random_uuid(), c.id, p.id, '2027-02-01 09:00'::timestamptz + (select count(*) from assignment) * '1 h'::interval, $5, $4
         from course c, person p where c.slug = $3 and p.reference = $1
       returning *),
     item as (
       insert into requirement as r (person_id, course_id, due_on)
       select p.id, made.course_id, made.due_on from made, person p where p.reference = any ($2)
       on conflict (person_id, course_id, period) do update set due_on = least(r.due_on, excluded.due_on)
       returning *)
     insert into requirement_reason (requirement_id, assignment_id) select item.id, made.id from item, made`,
    [by, of, slug, dueOn, reason],
  );
}

/** So many customers of a branch found it as easy as can be, in the week before the themed week. */
export function customersAnswer(app: TestApp, branch: string, answers: number, ease = 5) {
  const felt = ease > 3 ? 'delighted' : 'neutral';
  const lines = Array.from(
    { length: answers },
    (_, at) => `${branch}-easy-${at},${branch},02/02/2027 10:00,${ease},${felt},${ease},`,
  );
  return importLines(app, lines);
}
