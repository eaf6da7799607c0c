import type { TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { aReadingCourse, aText, publish } from '../factories/courses.js';
import { importPeople, importUnits } from '../network/files.js';

export const COURSE = 'put-it-right';
const ONE_LESSON = [{ title: 'Own the fix', minutes: 12, blocks: [aText('how', 'Say what happens next.')] }];

/**
 * Area A1 under Dawn with Ashbridge (Sam, Pia the postmaster, Ana on leave) and Millbridge (Bo); an empty branch in A1;
 * area A2 under Omar with Seahaven (Cy). Two courses of one lesson each.
 */
export async function aSmallNetwork(app: TestApp): Promise<void> {
  await importUnits(app, [
    'R1,North,A1,Moors,000001,Ashbridge,branch,england,2020-01-01,',
    'R1,North,A1,Moors,000002,Millbridge,branch,england,2020-01-01,',
    'R1,North,A1,Moors,000003,Emptiford,branch,england,2020-01-01,',
    'R1,North,A2,Coast,000004,Seahaven,branch,england,2020-01-01,',
  ]);
  await importPeople(app, [
    'sam,Sam Kaur,,000001,staff,2020-01-01,',
    'pia,Pia Post,,000001,postmaster,2020-01-01,',
    'ana,Ana Away,,000001,staff,2020-01-01,',
    'bo,Bo Lyle,,000002,staff,2020-01-01,',
    'cy,Cy Nash,,000004,staff,2020-01-01,',
    'dawn,Dawn Mercer,,A1,areaManager,2020-01-01,',
    'omar,Omar Vale,,A2,areaManager,2020-01-01,',
    'ross,Ross Hill,,R1,regionalManager,2020-01-01,',
    'nik,Nikhil Rao,,000004,analyst,2020-01-01,',
    'grace,Grace Okafor,,000004,author,2020-01-01,',
  ]);
  await app.db.query(
    `insert into leave (person_id, valid) select id, '[2027-01-01,2027-06-01)' from person where reference = 'ana'`,
  );
  await publish(
    app,
    aReadingCourse({ slug: COURSE, title: 'Put it right first time', minutes: 12, lessons: ONE_LESSON }),
    aReadingCourse({ slug: 'another-course', title: 'Another course', lessons: ONE_LESSON }),
  );
}

export async function signedIn(app: TestApp, reference: string): Promise<Browserless> {
  const person = await app.db.one<{ id: number }>('select id from person where reference = $1', [reference]);
  return app.signInAs(person!);
}

export async function finish(app: TestApp, reference: string, slug = COURSE): Promise<void> {
  const browser = await signedIn(app, reference);
  await browser.post(`/courses/${slug}/enrolments`);
  const lesson = await browser.get(`/courses/${slug}/lessons/1`);
  const version = /name="version" value="(\d+)"/.exec(lesson.text)?.[1] ?? '';
  await browser.post(`/courses/${slug}/lessons/1/reads`, { version });
}

/** Sends the form of a preview page as a browser would, with changes. */
export async function sendPreview(
  browser: Browserless,
  preview: string,
  change: Record<string, string | string[]> = {},
) {
  const form = /<form method="post" action="\/assignments">([\s\S]*?)<\/form>/.exec(preview)?.[1] ?? '';
  const fields: Record<string, string[]> = {};
  for (const [, name, value] of form.matchAll(/name="([^"]+)" value="([^"]*)"/g)) {
    if (name !== '_csrf') (fields[name!] ??= []).push(value!.replaceAll('&#x27;', "'").replaceAll('&amp;', '&'));
  }
  return browser.post('/assignments', { ...fields, ...change });
}

export const previewOf = (units: string[], more: Record<string, string> = {}) => {
  const query = new URLSearchParams([
    ...units.map((unit): [string, string] => ['unit', unit]),
    ...Object.entries({ course: COURSE, reason: 'So that nobody is sent elsewhere.', dueOn: '2027-02-24', ...more }),
  ]);
  return `/assignments/preview?${query.toString()}`;
};

/** Previews and commits; the path of the new assignment. */
export async function assign(app: TestApp, reference: string, units: string[], more: Record<string, string> = {}) {
  const browser = await signedIn(app, reference);
  const preview = await browser.get(previewOf(units, more));
  const answer = await sendPreview(browser, preview.text);
  return { browser, preview, answer, path: answer.location ?? '' };
}

/** References of those whom an assignment asks, wherever they are. */
export async function askedBy(app: TestApp, path: string): Promise<string[]> {
  const rows = await app.db.query<{ reference: string }>(
    `select p.reference from requirement_reason why join requirement r on r.id = why.requirement_id
       join person p on p.id = r.person_id
      where why.assignment_id = $1 and why.ended_at is null order by 1`,
    [idOf(path)],
  );
  return rows.map((row) => row.reference);
}

/** '/assignments/7' is 7. */
export function idOf(path: string): number {
  return Number(path.split('/').at(-1));
}

/** The token of the first form on a page, as it stands there. */
export function tokenOn(text: string): string {
  return /name="formToken" value="([^"]+)"/.exec(text)?.[1] ?? '';
}

/** Rows of the ledger about an assignment: who, what, for when, and what became of it. */
export function ledgerOf(app: TestApp, path: string) {
  return app.db.query<{ reference: string; kind: string; due: string; state: string }>(
    `select p.reference, replace(m.kind, 'assignments.', '') as kind,
            to_char(m.due_at at time zone 'Europe/London', 'YYYY-MM-DD HH24:MI') as due, m.state
       from message m join person p on p.id = m.person_id
      where m.subject_kind = 'assignment' and m.subject_id = $1 order by m.due_at, p.reference, m.kind, m.id`,
    [idOf(path)],
  );
}
