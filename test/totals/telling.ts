/** Writes a history into the product: set by set, as imports, answers and people would have left it. */
import { ImportsQueries } from '../../src/feedback/imports/imports.queries.js';
import { landResponses } from '../../src/feedback/imports/landing.queries.js';
import { type FindUnit, unitFinder } from '../../src/feedback/imports/unit-finder.js';
import { MovingAnswers } from '../../src/feedback/rollups/moving-answers.service.js';
import type { Tx } from '../../src/platform/database/tx.js';
import { startOfLondonDay } from '../../src/platform/dates.js';
import { aReadingCourse, publish } from '../factories/courses.js';
import type { TestApp } from '../support/app.js';
import {
  AREAS,
  COURSES,
  dateOf,
  EXPIRES_AFTER_A_MONTH,
  type History,
  PEOPLE,
  REGIONS,
  THEME_DAYS,
  type Timeline,
  type Tree,
  UNITS,
} from './history.js';
import { range } from './model.js';

/** Ids in the database by the numbers of the history. */
export interface Ids {
  regions: number[];
  areas: number[];
  units: number[];
  people: number[];
  courses: number[];
  versions: number[];
  campaign: number;
  themeDays: number[];
  analyst: number;
  source: { source: number; import: number };
}

/** What does not change from history to history: names, courses, the themed week, and an analyst who asks. */
export async function begin(app: TestApp): Promise<Ids> {
  const slugs = range(COURSES).map((course) => `course-${course}`);
  await publish(
    app,
    ...slugs.map((slug, course) =>
      aReadingCourse({ slug, title: slug, validityMonths: course === EXPIRES_AFTER_A_MONTH ? 1 : null }),
    ),
  );
  const ids = async (sql: string, params: unknown[] = []) =>
    (
      await app.db.query<{ id: number }>(`with made as (${sql} returning id) select id from made order by id`, params)
    ).map(({ id }) => id);
  const named = (table: string, n: number, columns = '', values = '') =>
    ids(`insert into ${table} (code, name${columns}) select '${table[0]}' || n, '${table} ' || n${values}
           from generate_series(0, ${n - 1}) n order by n`);
  const regions = await named('region', REGIONS);
  const areas = await named('area', AREAS);
  const units = await named('unit', UNITS, ', kind, nation', `, 'department', 'wales'`);
  const people = await ids(
    `insert into person (reference, name) select 'p' || n, 'Person ' || n from generate_series(0, ${PEOPLE}) n order by n`,
  );
  const courses = (await app.db.query<{ id: number }>('select id from course order by slug')).map(({ id }) => id);
  const versions = await app.db.query<{ id: number }>('select id from course_version order by course_id');
  const [campaign] = await ids(
    `insert into campaign (slug, title, story, look, starts_on, ends_on, content_hash)
     values ('week', 'Week', 'Story', 'love', $1, $2, '')`,
    [dateOf(THEME_DAYS[0]!), dateOf(THEME_DAYS.at(-1)!)],
  );
  const themeDays = await ids(
    `insert into theme_day (campaign_id, held_on, title, driver, course_id, summary, challenge, pledge_prompt, huddle)
     select $1, day, '', 'friendly', course, '', '', '', '' from unnest($2::date[], $3::int[]) d (day, course) order by day`,
    [campaign, THEME_DAYS.map(dateOf), THEME_DAYS.map((_, at) => courses[at % COURSES])],
  );
  const source = await app.db.one<Ids['source']>(
    `with s as (insert into survey_source (name) values ('Survey') returning id),
          m as (insert into survey_mapping (source_id, number, mapping) select id, 1, '{}' from s returning id, source_id)
     insert into survey_import (source_id, mapping_id, file_name, file_sha256) select source_id, id, '', '' from m
     returning source_id as source, id as import`,
  );
  return {
    ...{ regions, areas, units, courses, themeDays, campaign: campaign!, source: source! },
    versions: versions.map(({ id }) => id),
    people: people.slice(0, PEOPLE),
    analyst: people[PEOPLE]!,
  };
}

const FACTS = [
  ...[
    'unit_merger',
    'unit_area',
    'area_region',
    'unit_place',
    'posting',
    'leave',
    'survey_response',
    'survey_response_history',
  ],
  ...[
    'unit_week',
    'area_day',
    'answer_place',
    'answer_move',
    'unit_standing',
    'completion',
    'requirement',
    'assignment',
  ],
  ...['pledge'],
];

/** Forgets the history before, and tells another one. */
export async function tell(app: TestApp, ids: Ids, history: History): Promise<void> {
  await app.db.query(`truncate ${FACTS.join(', ')} cascade`);
  for (const [at, telling] of history.tellings.entries()) {
    await app.db.write((tx) => plant(app, tx, ids, telling.tree));
    const find = unitFinder(await app.nest.get(ImportsQueries).knownUnits(), BY_CODE);
    await app.db.write((tx) => answer(tx, ids, telling, at, find));
  }
  await app.db.write(async (tx) => {
    await employ(tx, ids, history);
    await train(tx, ids, history);
  });
}

const BY_CODE = { column: 'unit', match: 'code' as const, aliases: new Map<string, string>() };

interface Span {
  of: number;
  at: number;
  from: string;
  to: string | null;
}

function spans(timelines: readonly Timeline[], of: readonly number[], places: (at: number) => number): Span[] {
  return timelines.flatMap((timeline, which) =>
    timeline.flatMap(({ from, at }, entry) =>
      at === null
        ? []
        : [
            {
              of: of[which]!,
              at: places(at),
              from: dateOf(from),
              to: timeline[entry + 1] ? dateOf(timeline[entry + 1]!.from) : null,
            },
          ],
    ),
  );
}

const SPANS = `from jsonb_to_recordset($1) s ("of" int, "at" int, "from" date, "to" date)`;

/** The network stands as this telling says and always has, and answers follow their units. */
async function plant(app: TestApp, tx: Tx, ids: Ids, tree: Tree): Promise<void> {
  await tx.query('delete from unit_merger');
  await tx.query('delete from unit_area');
  await tx.query('delete from area_region');
  const areas = spans(tree.areas, ids.areas, (at) => ids.regions[at]!);
  const units = spans(tree.units, ids.units, (at) => ids.areas[at]!);
  await tx.query(
    `insert into area_region (area_id, region_id, valid) select "of", "at", daterange("from", "to") ${SPANS}`,
    [JSON.stringify(areas)],
  );
  await tx.query(
    `insert into unit_area (unit_id, area_id, valid) select "of", "at", daterange("from", "to") ${SPANS}`,
    [JSON.stringify(units)],
  );
  await tx.query(
    `insert into unit_merger (unit_id, successor_id, merged_on)
     select * from jsonb_to_recordset($1) m ("unit" int, "into" int, "on" date)`,
    [
      JSON.stringify(
        tree.mergers.map(({ unit, into, on }) => ({ unit: ids.units[unit], into: ids.units[into], on: dateOf(on) })),
      ),
    ],
  );
  await tx.query('select refresh_unit_place(array(select id from unit))');
  await app.nest.get(MovingAnswers).follow(tx);
}

/** Each answer names a unit as a file does; where it counts, and whether at all, the product finds. */
async function answer(tx: Tx, ids: Ids, told: History['tellings'][number], at: number, find: FindUnit): Promise<void> {
  const responses = told.answers.flatMap(({ unit, day, hour, ease, emotion, friendly, said }, n) => {
    const found = find(`u${unit}`, dateOf(day));
    if ('reason' in found) return [];
    return {
      key: `${at}-${n}`,
      unitId: found.unitId,
      answeredAt: new Date(startOfLondonDay(dateOf(day)).getTime() + hour * 3_600_000),
      answers: {
        ...(ease !== null && { ease }),
        ...(emotion !== null && { emotion }),
        ...(friendly !== null && { friendly }),
      },
      comment: said ? 'Said' : null,
    };
  });
  await landResponses(tx, ids.source.source, ids.source.import, responses);
}

async function employ(tx: Tx, ids: Ids, { people }: History): Promise<void> {
  const posts = spans(
    people.map(({ posts: timeline }) => timeline),
    ids.people,
    (at) => ids.units[at] ?? 0,
  );
  await tx.query(
    `insert into posting (person_id, unit_id, area_id, role, main, valid)
     select "of", nullif("at", 0), case when "at" = 0 then $2::int end,
            case when "at" = 0 then 'areaManager' else 'staff' end, true, daterange("from", "to") ${SPANS}`,
    [JSON.stringify(posts), ids.areas[0]],
  );
  await tx.query(
    `insert into posting (person_id, unit_id, role, main, valid) values ($1, $2, 'analyst', false, '(,)')`,
    [ids.analyst, ids.units[0]],
  );
  const away = people.flatMap(({ away: days }, person) =>
    days === null ? [] : [{ of: ids.people[person], at: 0, from: dateOf(days.from), to: dateOf(days.to) }],
  );
  await tx.query(`insert into leave (person_id, valid) select "of", daterange("from", "to") ${SPANS}`, [
    JSON.stringify(away),
  ]);
}

const noonOf = (day: number) => `${dateOf(day)}T12:00:00Z`;
const morningOf = (day: number | null) => (day === null ? null : `${dateOf(day)}T09:00:00Z`);

async function train(tx: Tx, ids: Ids, { completions, requirements, pledges }: History): Promise<void> {
  await tx.query(
    `insert into completion (person_id, course_id, course_version_id, completed_at)
     select person, course, version, at from jsonb_to_recordset($1) c (person int, course int, version int, at timestamptz)`,
    [
      JSON.stringify(
        completions.map(({ person, course, day }) => ({
          person: ids.people[person],
          course: ids.courses[course],
          version: ids.versions[course],
          at: noonOf(day),
        })),
      ),
    ],
  );
  for (const { person, course, ...how } of requirements) {
    await tx.query(REQUIRE, [
      ...[ids.people[person], ids.courses[course], ids.analyst, morningOf(how.madeOn)],
      ...[how.since === null ? null : dateOf(how.since), morningOf(how.endedOn), how.finishes],
      ...[how.settled?.how ?? null, how.settled ? morningOf(how.settled.on) : null],
    ]);
  }
  await tx.query(
    `insert into pledge (theme_day_id, person_id, words, made_at)
     select day, person, 'Words', at from jsonb_to_recordset($1) p (day int, person int, at timestamptz)`,
    [
      JSON.stringify(
        pledges.map(({ person, themeDay, day }) => ({
          day: ids.themeDays[themeDay],
          person: ids.people[person],
          at: noonOf(day),
        })),
      ),
    ],
  );
}

const REQUIRE = `
  with a as (
    insert into assignment (form_token, course_id, made_by, made_at, reason, due_on)
    values (gen_random_uuid()::text, $2, $3, $4, 'Because', '2027-03-01') returning id),
  r as (
    insert into requirement (person_id, course_id, due_on, completion_id, closed_how, closed_at)
    values ($1, $2, '2027-03-01',
            case when $7 then (select id from completion where person_id = $1 and course_id = $2) end, $8, $9)
    returning id)
  insert into requirement_reason (requirement_id, assignment_id, since, ended_at, ended_how)
  select r.id, a.id, $5, $6, case when $6::timestamptz is not null then 'left' end from r, a`;
