import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { landResponses } from '../../src/feedback/imports/landing.queries.js';
import { RetentionRules } from '../../src/platform/privacy/retention.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { Retention } from '../../src/privacy/retention/retention.service.js';
import { aPrivacyWorld, idOf, letGo, signedIn } from './privacy-world.js';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ now: '2027-02-10T10:00:00Z' });
  await aPrivacyWorld(app);
});
afterAll(() => app.stop());

/** Two answers of 2024 and one of last month, each with words, in an import of their own. */
async function land(words = 'They knew what to do.'): Promise<void> {
  const unit = await app.db.one<{ id: number }>(`select id from unit where code = '000001'`);
  const answer = (key: string, at: string) => ({
    key,
    unitId: unit!.id,
    answeredAt: new Date(at),
    answers: { ease: 5, emotion: 2 },
    comment: words,
  });
  await app.db.write(async (tx) => {
    const made = await tx.one<{ source: number; import: number }>(
      `with s as (insert into survey_source (name) values ('Survey') on conflict (name) do update set name = excluded.name returning id),
            m as (insert into survey_mapping (source_id, number, mapping)
                  select id, coalesce((select max(number) from survey_mapping), 0) + 1, '{}' from s returning id, source_id),
            i as (insert into survey_import (source_id, mapping_id, file_name, file_sha256, started_at)
                  select source_id, id, 'answers.csv', '', now() from m returning id, source_id)
       select source_id as source, id as import from i`,
    );
    await landResponses(tx, made!.source, made!.import, [
      answer('old-1', '2024-11-05T10:00:00Z'),
      answer('old-2', '2025-02-10T09:59:00Z'),
      answer('new-1', '2027-01-12T10:00:00Z'),
    ]);
  });
}

const commentsNow = async () =>
  (await app.db.query<{ comment: string }>('select comment from survey_response order by response_key')).map(
    ({ comment }) => comment,
  );
const rollupsNow = () =>
  Promise.all(
    ['unit_week order by unit_id, week', 'area_day order by area_id, day'].map((table) =>
      app.db.query(`select * from ${table}`),
    ),
  );

describe('customers’ words', () => {
  it('go after two years, and every count and score stays', async () => {
    await land();
    await land('They knew what to do, I think.');
    const before = await rollupsNow();
    await letGo(app);
    expect(await commentsNow()).toEqual(['They knew what to do, I think.', '', '']);
    expect(await rollupsNow()).toEqual(before);
    const kept = await app.db.query<{ words: string }>(
      `select old ->> 'comment' as words from survey_response_history h
         join survey_response r on r.id = h.response_id order by r.response_key`,
    );
    expect(kept.map(({ words }) => words)).toEqual(['They knew what to do.', '', '']);
  });

  it('do not come back with the same file, and nothing counts as changed', async () => {
    const before = await rollupsNow();
    const history = await app.db.one('select count(*) from survey_response_history');
    await land('They knew what to do, I think.');
    expect(await commentsNow()).toEqual(['They knew what to do, I think.', '', '']);
    expect(await rollupsNow()).toEqual(before);
    expect(await app.db.one('select count(*) from survey_response_history')).toEqual(history);
  });

  it('are not shown once they are gone', async () => {
    await app.db.query(`update survey_response set comment = '' where response_key = 'new-1'`);
    const dawn = await signedIn(app, 'dawn');
    const { text } = await dawn.get('/feedback/responses.csv?unit=000001');
    expect(text).not.toContain('They knew');
    expect((await dawn.get('/units/000001')).words).not.toContain('They knew');
  });
});

describe('each rule', () => {
  it('says what goes and what stays, keeps its standard within its bounds, and counts what it would remove', async () => {
    const { all } = app.nest.get(RetentionRules);
    expect(all.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['feedback.comments', 'privacy.leavers']));
    for (const rule of all) {
      const { least, standard, most } = rule.period;
      expect([least >= 1, standard >= least, most >= standard]).toEqual([true, true, true]);
      expect(rule.what()).not.toBe('');
      expect(rule.stays()).not.toBe('');
      expect(await rule.count(new Date('2000-01-01'), 10)).toBe(0);
    }
  });

  it('does nothing the second time', async () => {
    await letGo(app);
    const after = await app.db.query('select kind, removed from retention_run order by id desc limit $1', [
      app.nest.get(RetentionRules).all.length,
    ]);
    expect(after.every((run) => (run as { removed: number }).removed === 0)).toBe(true);
  });

  it('removes what it counted: of old quizzes, answers, messages, files, events and codes', async () => {
    await plantOldThings();
    const kinds = ['assessment.answers', 'learning.answers', 'notifications.messages', 'platform.importers'];
    const counts = await countsOf([...kinds, 'platform.events', 'platform.audit', 'signIn.codes', 'assignments.words']);
    expect(counts).toEqual({
      'assessment.answers': 1,
      'learning.answers': 1,
      'notifications.messages': 1,
      'platform.importers': 1,
      'platform.events': 1,
      'platform.audit': 1,
      'signIn.codes': 1,
      'assignments.words': 1,
    });
    await letGo(app);
    expect(Object.values(await countsOf(Object.keys(counts)))).toEqual(Object.keys(counts).map(() => 0));
    expect(await app.db.one('select count(*) as n from attempt')).toEqual({ n: 1 });
    expect(await app.db.one('select count(*) as n from attempt_event')).toEqual({ n: 0 });
  });
});

async function countsOf(kinds: readonly string[]): Promise<Record<string, number>> {
  const rules = app.nest.get(RetentionRules);
  const counts = kinds.map(async (kind) => [kind, await rules.find(kind)!.count(longAgo(rules, kind), 10)] as const);
  return Object.fromEntries(await Promise.all(counts));
}

function longAgo(rules: RetentionRules, kind: string): Date {
  const { period, time } = rules.find(kind)!;
  const before = new Date(time === 'real' ? new Date() : app.clock.now());
  before.setMonth(before.getMonth() - period.standard);
  return before;
}

/** One thing for each rule that is about people, all of 2015. */
async function plantOldThings(): Promise<void> {
  const sam = await idOf(app, 'sam');
  const course = await app.db.one<{ course: number; version: number; lesson: number }>(
    `select v.course_id as course, v.id as version, l.id as lesson from course_version v join lesson l on l.course_version_id = v.id limit 1`,
  );
  await app.db.query(`with q as (insert into quiz (key) values ('old') returning id),
      v as (insert into quiz_version (quiz_id, number, title, pass_percent, shuffle_questions, shuffle_options, behaviour, grading_method)
            select id, 1, 'Old', 50, false, false, 'immediateFeedback', 'highest' from q returning id, quiz_id),
      a as (insert into attempt (person_id, quiz_id, quiz_version_id, number, seed, layout, started_at, submitted_at, mark, max_mark, passed)
            select ${sam}, quiz_id, id, 1, 1, '[]', '2015-01-01', '2015-01-01', 1, 1, true from v returning id)
    insert into attempt_event (attempt_id, kind, happened_at) select id, 'submitted', '2015-01-01' from a`);
  await app.db.query(
    `insert into block_answer (person_id, lesson_id, block_key, answer, answered_at) values ($1, $2, 'x', '{}', '2015-01-01')`,
    [sam, course!.lesson],
  );
  await app.db
    .query(`with m as (insert into message (key, person_id, kind, subject_kind, subject_id, due_at, planned_at)
      values ('old', ${sam}, 'x', 'assignment', 1, '2015-01-01', '2015-01-01') returning id)
    insert into message_step (message_id, state, happened_at) select id, 'planned', '2015-01-01' from m`);
  await app.db
    .query(`insert into file_import (kind, form_token, file_name, bytes, sha256, state, started_by, received_at, finished_at)
      values ('people', gen_random_uuid(), 'people-of-sam.csv', 1, '', 'taken', ${sam}, '2015-01-01', '2015-01-01')`);
  await app.db.query(`insert into event (kind, body, recorded_at) values ('old', '{}', '2015-01-01')`);
  await app.db.query(
    `insert into audit_entry (action, subject_kind, subject_id, recorded_at) values ('old', 'unit', '1', '2015-01-01')`,
  );
  await app.db.query(`with s as (insert into code_sheet (form_hash, made_by) values ('x', ${sam}) returning id)
    insert into first_code (sheet_id, person_id, code_hash, expires_at) select id, ${sam}, 'x', '2015-01-01' from s`);
  await app.db.query(
    `with r as (insert into requirement (person_id, course_id, due_on) values ($1, $2, '2015-01-01') returning id)
     insert into time_request (form_token, requirement_id, wanted_on, words, asked_at) select 'x', id, '2015-02-01', 'Busy', '2015-01-01' from r`,
    [sam, course!.course],
  );
}

describe('a night that is cut off', () => {
  const plant = (n: number) =>
    app.db.query(
      `insert into event (kind, body, recorded_at) select 'old', '{}', '2015-01-01' from generate_series(1, $1::int)`,
      [n],
    );
  const left = async () => (await app.db.one<{ n: number }>(`select count(*) as n from event where kind = 'old'`))!.n;

  it('keeps what it has done, and the next one goes on from there', async () => {
    await plant(6_000);
    await app.nest.get(Retention).run({ progress: async () => {}, cancelled: async () => true });
    expect(await left()).toBe(1_000);
    await letGo(app);
    expect(await left()).toBe(0);
  });

  it('leaves no page waiting for a count', async () => {
    await plant(1_200);
    const page = await (await signedIn(app, 'ros')).get('/admin/privacy');
    expect(page.words).toContain('Would go now More than 1,000');
    await letGo(app);
  });
});

describe('how long things are kept', () => {
  const change = async (kind: string, length: string) => {
    const ros = await signedIn(app, 'ros');
    await ros.get('/admin/privacy');
    return ros.post('/admin/privacy/periods', { kind, length });
  };

  it('is shown with what would go and what went', async () => {
    const page = await (await signedIn(app, 'ros')).get('/admin/privacy');
    expect(page.words).toContain('The words of customers’ comments');
    expect(page.words).toContain('Stays: The marks they gave, that they commented, and every score.');
    expect(page.text).toMatch(/id="length-feedback-comments"[^>]*value="24"/);
    const csv = await (await signedIn(app, 'ros')).get('/admin/privacy/rules.csv');
    expect(csv.text).toContain('The words of customers’ comments');
  });

  it('can be changed within bounds, and who did is recorded', async () => {
    expect((await change('feedback.comments', '12')).status).toBe(303);
    const page = await (await signedIn(app, 'ros')).get('/admin/privacy');
    expect(page.text).toMatch(/id="length-feedback-comments"[^>]*value="12"/);
    const entry = await app.db.one(
      `select detail, subject_id from audit_entry where action = 'privacy.periodChanged' order by id desc`,
    );
    expect(entry).toEqual({ detail: { unit: 'months', was: 24, length: 12 }, subject_id: 'feedback.comments' });
    expect((await app.visitor().get('/privacy')).words).toContain('After 12 months. Stays: The marks they gave');
  });

  it.each(['2', '61', '', 'x', '-5', '1e3', '12.5'])('%j months are refused beside the field', async (length) => {
    const answer = await change('feedback.comments', length);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('href="#length-feedback-comments"');
    expect(answer.words).toMatch(/Choose from 3 months to 60 months|Type a whole number/);
  });

  it('has no rule that nobody declared', async () => {
    expect((await change('feedback.everything', '12')).status).toBe(404);
  });

  it('is not for others to see or change', async () => {
    for (const reference of ['sam', 'pia', 'dawn', 'ross', 'nik', 'grace']) {
      const browser = await signedIn(app, reference);
      expect((await browser.get('/admin/privacy/rules.csv')).status).toBe(403);
      expect((await browser.post('/admin/privacy/periods', { kind: 'feedback.comments', length: '3' })).status).toBe(
        403,
      );
    }
    expect((await app.visitor().get('/admin/privacy')).location).toContain('/sign-in');
  });
});
