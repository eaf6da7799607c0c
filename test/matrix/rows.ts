/** Rows that make one of each thing, at Ashbridge or elsewhere, for somebody of the cast or for one of those there. */
import { randomUUID } from 'node:crypto';
import { aStudy, found, VERDICTS } from '../impact/study-rows.js';
import { message, plan } from '../notifications/messages.js';
import type { TestApp } from '../support/app.js';
import type { Elsewhere } from './elsewhere.js';
import { COURSE, NO_ID, type Thing, type ThingName, WEEK } from './thing.js';

export async function anAttempt(app: TestApp, personId: number): Promise<string> {
  const browser = await app.signInAs(personId);
  await browser.post(`/courses/${COURSE}/enrolments`);
  const begun = await browser.post(`/courses/${COURSE}/quiz`);
  return /\/attempts\/([^/]+)/.exec(begun.location ?? '')![1]!;
}

export async function aMessage(app: TestApp, personId: number, what: string): Promise<string> {
  const key = `matrix:${personId}`;
  await plan(app, [message(personId, { key, facts: { what } })]);
  // Read already, so that the count beside everybody's name stands still while others ask.
  return idFrom(app, 'update message set read_at = now() where key = $1 returning id', [key]);
}

export async function aHeldPost(app: TestApp, personId: number): Promise<string> {
  return idFrom(app, 'insert into held_post (id, person_id, path, fields) values ($1, $2, $3, $4) returning id', [
    randomUUID(),
    personId,
    `/courses/${COURSE}/enrolments`,
    JSON.stringify([]),
  ]);
}

export async function aSession(app: TestApp, personId: number): Promise<string> {
  await app.signInAs(personId);
  return idFrom(app, 'select id from session where person_id = $1 order by signed_in_at desc limit 1', [personId]);
}

export const aCopy = (app: TestApp, personId: number) =>
  idFrom(
    app,
    `insert into subject_export (form_token, person_id, asked_by, asked_at)
     values (gen_random_uuid()::text, $1, $1, now()) returning id`,
    [personId],
  );

export const aSavedView = (app: TestApp, personId: number, code: string, name: string) =>
  idFrom(
    app,
    `insert into saved_view (form_token, person_id, name, level, code, choices, saved_at)
     values (gen_random_uuid()::text, $1, $3, 'unit', $2, '', now()) returning id`,
    [personId, code, name],
  );

export const anAlert = (app: TestApp, personId: number, code: string) =>
  idFrom(
    app,
    `insert into alert (form_token, person_id, level, place_id, each_unit, measure, rule, delivery, made_at)
     select gen_random_uuid()::text, $1, 'unit', id, false, 'ease', 'falls', 'app', now() from unit where code = $2
     returning id`,
    [personId, code],
  );

export const aHold = (app: TestApp, personId: number) =>
  idFrom(
    app,
    `insert into person_hold (form_token, person_id, reason, made_by, made_at)
     values (gen_random_uuid()::text, $1, 'A question is open.', $1, now()) returning id`,
    [personId],
  );

export const aLeave = (app: TestApp, personId: number) =>
  idFrom(app, `insert into leave (person_id, valid) values ($1, '[2027-06-01,2027-07-01)') returning id`, [personId]);

export const aChange = (app: TestApp, personId: number) =>
  idFrom(
    app,
    `insert into person_change (form_token, person_id, kind, before, after, made_by, made_at)
     values (gen_random_uuid()::text, $1, 'extraTime', '{"percent":0}', '{"percent":0}', $1, now()) returning id`,
    [personId],
  );

export const aDevice = (app: TestApp, unit: string) =>
  idFrom(
    app,
    `insert into shared_device (unit_id, form_token, name, token_hash, enrolled_by, enrolled_at)
     select u.id, gen_random_uuid()::text, u.name || ': left till', md5(u.code) || md5(u.name), min(p.id), now()
       from unit u, person p where u.code = $1 group by u.id returning id`,
    [unit],
  );

/** Who gave it, as every cover has it. */
export const given = (app: TestApp, coverId: string, by: number) =>
  app.db.query(`insert into cover_step (cover_id, kind, made_by, made_at) values ($1, 'given', $2, now())`, [
    coverId,
    by,
  ]);

export const coverOf = (app: TestApp, personId: number) =>
  idFrom(app, 'select max(id) as id from cover where for_person_id = $1 and last_on > $2', [
    personId,
    app.clock.today(),
  ]);

export const aCoverElsewhere = (app: TestApp, { area, manager, personId }: Elsewhere) =>
  idFrom(
    app,
    `insert into cover (form_token, for_person_id, deputy_id, role, area_id, starts_on, last_on)
     select gen_random_uuid()::text, $1, $2, 'areaManager', id, $3::date, $3::date + 5 from area where code = $4 returning id`,
    [manager, personId, app.clock.today(), area],
  );

/** An assignment that reaches a unit and no other, and somebody whom it asks. */
export async function assignmentAt(app: TestApp, unit: string): Promise<[id: string, reference: string]> {
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
export async function aWeekElsewhere(app: TestApp, { region }: Elsewhere): Promise<string> {
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
export async function desk(app: TestApp) {
  const only = (here: string): Thing => ({ here: { id: here }, elsewhere: null, nobodys: { id: NO_ID } });
  const file = (kind: string) =>
    idFrom(
      app,
      `insert into file_import (kind, form_token, file_name, bytes, sha256, options, state, received_at)
       values ($1, gen_random_uuid(), 'file.csv', 1, '', $2, 'dropped', now()) returning id`,
      [kind, JSON.stringify(kind === 'responses' ? { sourceId: 1 } : { snapshot: false, metricId: 1 })],
    );
  return {
    networkImport: only(await file('network')),
    answersImport: only(await file('responses')),
    pastImport: only(await idFrom(app, 'select min(id) as id from survey_import')),
    number: {
      here: { key: 'matrix-number', id: await aNumber(app) },
      elsewhere: null,
      nobodys: { key: 'no-such-number', id: NO_ID },
    },
    numberFile: only(await file('metricValues')),
    study: await anAnsweredStudy(app),
    wavePlan: only(await aWavePlan(app)),
    source: only(await idFrom(app, 'select max(id) as id from survey_source')),
    theme: { here: { key: 'queue' }, elsewhere: null, nobodys: { key: 'no-such-theme' } },
    themeEdition: only(await idFrom(app, 'select max(id) as id from theme_edition')),
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

/** One area that waits for its wave beside another that never has it. */
const aWavePlan = (app: TestApp) =>
  idFrom(
    app,
    `with plan as (
       insert into wave_plan (form_token, title, course_id, reason, seed, waves, comparison, weeks_between, days_given, made_by, made_at)
       select 'matrix-waves', 'In one wave', c.id, 'To see whether it helps', 1, 1, true, 4, 28, p.id, '2027-01-04T09:00:00Z'
         from course c, person p where c.slug = '${COURSE}' and p.reference = '310001' returning id),
     begins as (insert into wave (plan_id, number, starts_on) select id, 0, '2027-03-01' from plan returning plan_id),
     dealt as (
       insert into wave_area (plan_id, area_id, stratum, wave)
       select begins.plan_id, area.id, 0, case row_number() over (order by area.id) when 1 then 0 end
         from begins, area order by area.id limit 2 returning plan_id)
     select max(plan_id) as id from dealt`,
  );

async function anAnsweredStudy(app: TestApp): Promise<Thing> {
  const id = await aStudy(app, { by: '310001', course: COURSE });
  await found(app, id, VERDICTS.clear);
  return { here: { id: String(id), number: '1' }, elsewhere: null, nobodys: { id: NO_ID, number: '1' } };
}

/** Another number of each unit, with one import that brought nothing. */
const aNumber = (app: TestApp) =>
  idFrom(
    app,
    `with made as (
       insert into custom_metric (key, name, name_cy, unit, unit_cy, decimals, direction, kind, grain, level, audience,
              form_token, created_at)
       values ('matrix-number', 'Asked', 'Gofynnwyd', '', '', 0, 'higher', 'count', 'week', 'unit', 'everyone',
               gen_random_uuid(), now()) returning id)
     insert into metric_import (metric_id, via, started_at) select id, 'command', now() from made returning id`,
  );

export async function idFrom(app: TestApp, sql: string, params: unknown[] = []): Promise<string> {
  return String((await app.db.one<{ id: unknown }>(sql, params))!.id);
}
