/** The registries against the database: nothing that points at a person is forgotten, and every statement runs. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inLanguage, LANGUAGES } from '../../src/platform/language/language.js';
import { Erasures } from '../../src/platform/privacy/erasure.js';
import { PersonalData } from '../../src/platform/privacy/personal-data.js';
import { startTestApp, type TestApp } from '../support/app.js';

/** Columns that point at a person, or hold who somebody is, and are in no sheet: each with the reason. */
const NOT_IN_A_SHEET: Record<string, string> = {
  'sign_in_failure.account': 'a keyed hash that nobody can read back, gone after two hours',
  'provider_visit.state': 'a way to the company’s sign-in and back, before anybody is known; gone within minutes',
  'left_reference.digest':
    'a digest under the installation’s secret, so that an old file brings no leaver back; it leads to nobody',
  'job.body': 'ids of what a job works on, gone 30 days after its end',
  'event.body': 'ids only; what they point at is in the sheets of the modules that own it',
};

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const columnsOf = async (sql: string) => (await app.db.query<{ name: string }>(sql)).map(({ name }) => name);

describe('the registry of personal data', () => {
  it('covers every column that points at a person', async () => {
    const pointing = await columnsOf(
      `select k.conrelid::regclass || '.' || a.attname as name
         from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
        where k.contype = 'f' and k.confrelid = 'person'::regclass order by 1`,
    );
    expect(pointing.length).toBeGreaterThan(40);
    const covered = new Set(app.nest.get(PersonalData).sources.flatMap(({ covers }) => covers));
    expect(pointing.filter((name) => !covered.has(name) && NOT_IN_A_SHEET[name] === undefined)).toEqual([]);
  });

  it('covers what names a person without pointing at one', async () => {
    const named = await columnsOf(
      `select table_name || '.' || column_name as name from information_schema.columns
        where table_schema = 'public' and column_name ~ '(^|_)(person_id|actor_id|made_by|changed_by|released_by)$' order by 1`,
    );
    const covered = new Set(app.nest.get(PersonalData).sources.flatMap(({ covers }) => covers));
    expect(named.filter((name) => !covered.has(name) && NOT_IN_A_SHEET[name] === undefined)).toEqual([]);
  });

  it('names no column that there is none of, and gives a reason for none that is covered', async () => {
    const all = new Set(
      await columnsOf(
        `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`,
      ),
    );
    const covered = app.nest.get(PersonalData).sources.flatMap(({ covers }) => covers);
    expect([...covered, ...Object.keys(NOT_IN_A_SHEET)].filter((name) => !all.has(name))).toEqual([]);
    expect(Object.keys(NOT_IN_A_SHEET).filter((name) => covered.includes(name))).toEqual([]);
  });

  it('reads every sheet of somebody of whom nothing is held, in both languages, with a heading for each column', async () => {
    for (const language of LANGUAGES) {
      for (const source of app.nest.get(PersonalData).sources) {
        const headings = inLanguage(language, () => source.headings());
        expect([source.kind, new Set(headings).size]).toEqual([source.kind, headings.length]);
        for await (const row of source.rows(-1)) expect(row).toBeUndefined();
      }
    }
  });
});

it('every erasure runs, and changes nothing for nobody', async () => {
  await app.db.write(async (tx) => {
    for (const erasure of app.nest.get(Erasures).all) {
      expect(erasure.what()).not.toBe('');
      await erasure.apply(tx, [-1]);
    }
  });
});

describe('a leaver who is made anonymous', () => {
  /** Who did something for the business, and what is counted, stay: the row of the person no longer says who it was. */
  const STAYS = new Set(
    [
      'assignment.made_by assignment_end.ended_by assignment_extension.made_by assignment_extension_person.person_id',
      'assignment_nudge.made_by assignment_nudge_person.person_id assignment_person.person_id attempt.person_id',
      'block_answer.person_id campaign_draft.made_by campaign_draft_change.changed_by code_sheet.made_by',
      'completion.person_id course_draft.changed_by course_draft.made_by course_draft_change.changed_by',
      'custom_metric.created_by metric_import.started_by metric_import.undone_by',
      'course_shelf_change.changed_by theme_edition.published_by course_version.published_by cover.deputy_id cover.for_person_id',
      'cover_step.made_by enrolment.person_id file_import.started_by leave.person_id lesson_read.person_id',
      'network_change.made_by person_change.made_by person_change.undone_by person_hold.ended_by person_hold.made_by',
      'person_hold.person_id pledge.person_id posting.person_id requirement.person_id requirement_decision.made_by',
      'role_grant.person_id service_account.made_by service_account.revoked_by shared_device.enrolled_by',
      'shared_device.revoked_by subject_export.asked_by subject_export.person_id survey_import.started_by survey_undo.made_by',
      'study.registered_by study_run.asked_by unit_action.recorded_by wave_plan.made_by wave_plan.stopped_by',
    ].flatMap((line) => line.split(' ')),
  );

  /** The row of the table named here takes it along. */
  const GOES_WITH: Record<string, string> = { shared_session: 'session' };

  it('keeps rows only where this list says so: a new table is erased or is added here with thought', async () => {
    const pointing = await app.db.query<{ table: string; column: string }>(
      `select k.conrelid::regclass::text as "table", a.attname as "column"
         from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
        where k.contype = 'f' and k.confrelid = 'person'::regclass order by 1, 2`,
    );
    const said: string[] = [];
    const listening = { query: async (sql: string) => void said.push(sql) };
    for (const erasure of app.nest.get(Erasures).all)
      await erasure.apply(listening as never, []).catch(() => undefined);
    const deleted = (table: string) => said.some((sql) => new RegExp(`delete from ${table}\\b`).test(sql));
    const forgotten = pointing.filter(
      ({ table, column }) => !STAYS.has(`${table}.${column}`) && !deleted(GOES_WITH[table] ?? table),
    );
    expect(forgotten).toEqual([]);
  });
});
