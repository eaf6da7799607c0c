/** What addresses name: something at Ashbridge, the same kind of thing elsewhere, and one that nobody has. */
import { randomUUID } from 'node:crypto';
import { message, plan, registerRotas } from '../notifications/messages.js';
import type { TestApp } from '../support/app.js';
import { referenceOf } from './cast.js';
import type { Elsewhere } from './elsewhere.js';

/** Values for the `:parts` of an address. */
export type Parts = Record<string, string>;

export interface Thing {
  /** At Ashbridge, or of the colleague called `staff`. */
  here: Parts;
  /** Null where there is no elsewhere: what the CX team makes is for the whole network. */
  elsewhere: Parts | null;
  nobodys: Parts;
}

export type ThingName =
  | 'unit'
  | 'area'
  | 'region'
  | 'person'
  | 'assignment'
  | 'personAsked'
  | 'attempt'
  | 'message'
  | 'heldPost'
  | 'session'
  | 'posting'
  | 'leave'
  | 'change'
  | 'cover'
  | 'copy'
  | 'hold'
  | 'sharedDevice'
  | 'course'
  | 'image'
  | 'week'
  | 'draft'
  | 'weekPlan'
  | 'networkImport'
  | 'answersImport'
  | 'pastImport'
  | 'source'
  | 'job'
  | 'mailStop'
  | 'serviceAccount';

export const COURSE = 'put-it-right-first-time';
const WEEK = 'love-your-customers-week-2027';
const NO_ID = '987654';
const NO_UUID = '00000000-0000-4000-8000-000000000000';

export async function theThings(
  app: TestApp,
  elsewhere: Elsewhere,
  cast: ReadonlyMap<string, number>,
): Promise<Record<ThingName, Thing>> {
  const [own, theirs] = [cast.get('staff')!, elsewhere.personId];
  const both = async (make: (personId: number) => Promise<string>) => [await make(own), await make(theirs)] as const;
  const ids = (here: string, there: string | null, nobodys = NO_ID): Thing => ({
    here: { id: here },
    elsewhere: there === null ? null : { id: there },
    nobodys: { id: nobodys },
  });
  const codes = (here: string, there: string, nobodys: string): Thing => ({
    here: { code: here },
    elsewhere: { code: there },
    nobodys: { code: nobodys },
  });
  const [attempt, theirAttempt] = await both((id) => anAttempt(app, id));
  registerRotas(app);
  const [told, theirTold] = [await aMessage(app, own, 'Your rota'), await aMessage(app, theirs, 'Zqxwold rota')];
  const [held, theirHeld] = await both((id) => aHeldPost(app, id));
  const [copy, theirCopy] = await both((id) => aCopy(app, id));
  const [posting, theirPosting] = await both((id) => idFrom(app, 'select id from posting where person_id = $1', [id]));
  const [leave, theirLeave] = await both((id) => aLeave(app, id));
  const [change, theirChange] = await both((id) => aChange(app, id));
  const ofPerson = (here: string, there: string): Thing => ({
    here: { reference: referenceOf('staff'), id: here },
    elsewhere: { reference: elsewhere.person, id: there },
    nobodys: { reference: referenceOf('staff'), id: NO_ID },
  });
  const [session, theirSession] = await both((id) => aSession(app, id));
  const [mine, asked] = await assignmentAt(app, '021047');
  const [far, farAsked] = await assignmentAt(app, elsewhere.unit);
  const week = { date: '2027-02-10', key: 'day-3' };
  const lesson = { position: '1', key: 'what-hurts', number: '1' };
  const admin = await desk(app);
  const [cover, theirCover] = [await coverOf(app, cast.get('areaManager')!), await aCoverElsewhere(app, elsewhere)];
  await given(app, cover, cast.get('areaManager')!);
  await given(app, theirCover, elsewhere.manager);
  return {
    unit: codes('021047', elsewhere.unit, '987654'),
    area: codes('A07', elsewhere.area, 'A999'),
    region: codes('R1', elsewhere.region, 'R999'),
    person: {
      here: { reference: referenceOf('staff') },
      elsewhere: { reference: elsewhere.person },
      nobodys: { reference: 'nobody9' },
    },
    assignment: ids(mine, far),
    personAsked: {
      here: { id: mine, reference: asked },
      elsewhere: { id: far, reference: farAsked },
      nobodys: { id: NO_ID, reference: 'nobody9' },
    },
    attempt: {
      here: { id: attempt, number: '1' },
      elsewhere: { id: theirAttempt, number: '1' },
      nobodys: { id: NO_UUID, number: '1' },
    },
    message: ids(told, theirTold),
    heldPost: ids(held, theirHeld, NO_UUID),
    posting: ofPerson(posting, theirPosting),
    leave: ofPerson(leave, theirLeave),
    change: ofPerson(change, theirChange),
    cover: ids(cover, theirCover),
    copy: ids(copy, theirCopy),
    hold: { here: { id: await aHold(app, own) }, elsewhere: null, nobodys: { id: NO_ID } },
    sharedDevice: {
      here: { code: '021047', id: await aDevice(app, '021047') },
      elsewhere: { code: elsewhere.unit, id: await aDevice(app, elsewhere.unit) },
      nobodys: { code: '987654', id: NO_ID },
    },
    session: ids(session, theirSession, NO_UUID),
    course: { here: { slug: COURSE, ...lesson }, elsewhere: null, nobodys: { slug: 'no-such-course', ...lesson } },
    image: {
      here: { name: await idFrom(app, 'select min(name) as id from course_image') },
      elsewhere: null,
      nobodys: { name: 'no-such-picture.svg' },
    },
    week: {
      here: { slug: WEEK, ...week },
      elsewhere: { slug: await aWeekElsewhere(app, elsewhere), ...week },
      nobodys: { slug: 'no-such-week', ...week },
    },
    draft: {
      here: { id: '1', position: '1', key: 'same-wait', number: '1' },
      elsewhere: null,
      nobodys: { id: NO_ID, position: '1', key: 'same-wait', number: '1' },
    },
    weekPlan: { here: { id: '1', key: 'day-3' }, elsewhere: null, nobodys: { id: NO_ID, key: 'day-3' } },
    ...admin,
  };
}

async function anAttempt(app: TestApp, personId: number): Promise<string> {
  const browser = await app.signInAs(personId);
  await browser.post(`/courses/${COURSE}/enrolments`);
  const begun = await browser.post(`/courses/${COURSE}/quiz`);
  return /\/attempts\/([^/]+)/.exec(begun.location ?? '')![1]!;
}

async function aMessage(app: TestApp, personId: number, what: string): Promise<string> {
  const key = `matrix:${personId}`;
  await plan(app, [message(personId, { key, facts: { what } })]);
  return idFrom(app, 'select id from message where key = $1', [key]);
}

async function aHeldPost(app: TestApp, personId: number): Promise<string> {
  return idFrom(app, 'insert into held_post (id, person_id, path, fields) values ($1, $2, $3, $4) returning id', [
    randomUUID(),
    personId,
    `/courses/${COURSE}/enrolments`,
    JSON.stringify([]),
  ]);
}

async function aSession(app: TestApp, personId: number): Promise<string> {
  await app.signInAs(personId);
  return idFrom(app, 'select id from session where person_id = $1 order by signed_in_at desc limit 1', [personId]);
}

const aCopy = (app: TestApp, personId: number) =>
  idFrom(
    app,
    `insert into subject_export (form_token, person_id, asked_by, asked_at)
     values (gen_random_uuid()::text, $1, $1, now()) returning id`,
    [personId],
  );

const aHold = (app: TestApp, personId: number) =>
  idFrom(
    app,
    `insert into person_hold (form_token, person_id, reason, made_by, made_at)
     values (gen_random_uuid()::text, $1, 'A question is open.', $1, now()) returning id`,
    [personId],
  );

const aLeave = (app: TestApp, personId: number) =>
  idFrom(app, `insert into leave (person_id, valid) values ($1, '[2027-06-01,2027-07-01)') returning id`, [personId]);

const aChange = (app: TestApp, personId: number) =>
  idFrom(
    app,
    `insert into person_change (form_token, person_id, kind, before, after, made_by, made_at)
     values (gen_random_uuid()::text, $1, 'extraTime', '{"percent":0}', '{"percent":0}', $1, now()) returning id`,
    [personId],
  );

const aDevice = (app: TestApp, unit: string) =>
  idFrom(
    app,
    `insert into shared_device (unit_id, form_token, name, token_hash, enrolled_by, enrolled_at)
     select u.id, gen_random_uuid()::text, u.name || ': left till', md5(u.code) || md5(u.name), min(p.id), now()
       from unit u, person p where u.code = $1 group by u.id returning id`,
    [unit],
  );

/** Who gave it, as every cover has it. */
const given = (app: TestApp, coverId: string, by: number) =>
  app.db.query(`insert into cover_step (cover_id, kind, made_by, made_at) values ($1, 'given', $2, now())`, [
    coverId,
    by,
  ]);

const coverOf = (app: TestApp, personId: number) =>
  idFrom(app, 'select max(id) as id from cover where for_person_id = $1 and last_on > $2', [
    personId,
    app.clock.today(),
  ]);

const aCoverElsewhere = (app: TestApp, { area, manager, personId }: Elsewhere) =>
  idFrom(
    app,
    `insert into cover (form_token, for_person_id, deputy_id, role, area_id, starts_on, last_on)
     select gen_random_uuid()::text, $1, $2, 'areaManager', id, $3::date, $3::date + 5 from area where code = $4 returning id`,
    [manager, personId, app.clock.today(), area],
  );

/** An assignment that reaches a unit and no other, and somebody whom it asks. */
async function assignmentAt(app: TestApp, unit: string): Promise<[id: string, reference: string]> {
  const found = await app.db.one<{ id: number; reference: string }>(
    `select au.assignment_id as id, p.reference from assignment_unit au join unit u on u.id = au.unit_id and u.code = $1
       join requirement_reason why on why.assignment_id = au.assignment_id and why.ended_at is null
       join requirement r on r.id = why.requirement_id
       join posting post on post.person_id = r.person_id and post.unit_id = au.unit_id and post.main and post.valid @> $2::date
       join person p on p.id = r.person_id order by 1 desc, 2 limit 1`,
    [unit, app.clock.today()],
  );
  return [String(found!.id), found!.reference];
}

/** A themed week that is for the marked region only: a copy of this year's. */
async function aWeekElsewhere(app: TestApp, { region }: Elsewhere): Promise<string> {
  await app.db.query(
    `with week as (
       insert into campaign (slug, title, story, look, starts_on, ends_on, content_hash, audience)
       select 'zqxwold-week', 'Zqxwold week', 'Zqxwold story', look, starts_on, ends_on, content_hash, $2::jsonb
         from campaign where slug = $1 returning id)
     insert into theme_day (campaign_id, held_on, title, driver, course_id, summary, challenge, pledge_prompt, huddle)
     select week.id, d.held_on, 'Zqxwold day', d.driver, d.course_id, 'Zqxwold', 'Zqxwold', 'Zqxwold', 'Zqxwold'
       from week, theme_day d join campaign c on c.id = d.campaign_id where c.slug = $1`,
    [WEEK, JSON.stringify({ regions: [region], areas: [], kinds: [] })],
  );
  return 'zqxwold-week';
}

/** What stands on the desks of the CX team. */
async function desk(app: TestApp) {
  const only = (here: string): Thing => ({ here: { id: here }, elsewhere: null, nobodys: { id: NO_ID } });
  const file = (kind: string) =>
    idFrom(
      app,
      `insert into file_import (kind, form_token, file_name, bytes, sha256, options, state, received_at)
       values ($1, gen_random_uuid(), 'file.csv', 1, '', $2, 'dropped', now()) returning id`,
      [kind, JSON.stringify(kind === 'responses' ? { sourceId: 1 } : { snapshot: false })],
    );
  return {
    networkImport: only(await file('network')),
    answersImport: only(await file('responses')),
    pastImport: only(await idFrom(app, 'select max(id) as id from survey_import')),
    source: only(await idFrom(app, 'select max(id) as id from survey_source')),
    job: only(
      await idFrom(
        app,
        `insert into job (kind, tries, parked_at) values ('feedback.selfCheck', 8, now()) returning id`,
      ),
    ),
    mailStop: only(
      await idFrom(
        app,
        `insert into mail_stop (stopped_at, hour_at, expected, allowed, volume) values (now(), now(), 1, 1, 2) returning id`,
      ),
    ),
    serviceAccount: only(
      await idFrom(
        app,
        `insert into service_account (form_token, name, scopes, token_hash, token_prefix, made_by, made_at)
         select gen_random_uuid()::text, 'Retired', '{metrics:read}', repeat('0', 64), 'cxu_', min(id), now() from person
         returning id`,
      ),
    ),
  } satisfies Partial<Record<ThingName, Thing>>;
}

async function idFrom(app: TestApp, sql: string, params: unknown[] = []): Promise<string> {
  return String((await app.db.one<{ id: unknown }>(sql, params))!.id);
}
