import { copyInto, copyLine } from '../../platform/database/copy.js';
import type { Tx } from '../../platform/database/tx.js';
import type { PlannedCompletion, PlannedThemeDay } from './completions.js';

/** The theme days of all campaigns and the driver courses, as the content directory has them. */
export async function lessonsToTake(tx: Pick<Tx, 'query'>): Promise<{ days: PlannedThemeDay[]; courses: string[] }> {
  const days = await tx.query<PlannedThemeDay>(
    `select d.held_on as "heldOn", course.slug from theme_day d join course on course.id = d.course_id order by d.held_on`,
  );
  const courses = await tx.query<{ slug: string }>(
    `select slug from course
      where kind = 'course' and exists (select from course_version v where v.course_id = course.id and v.state = 'published')
      order by slug`,
  );
  return { days, courses: courses.map(({ slug }) => slug) };
}

/**
 * Writes what people did as the product itself would have: enrolment, lessons read, an attempt with an answer to every
 * question, and the completion that follows from them. Everything in sets. `after` completions of the same plan were written
 * before.
 */
export async function loadCompletions(tx: Tx, completions: readonly PlannedCompletion[], after = 0): Promise<void> {
  await tx.query(
    `create temp table told on commit drop as
     select ''::text as reference, ''::text as unit_code, ''::text as slug, now() as completed_at, 0::float8 as score limit 0`,
  );
  await copyInto(tx, 'told', lines(completions));
  await tx.query(PLANNED, [after]);
  await tx.query('create index on planned (version_id); analyze planned');
  for (const statement of [ENROLMENTS, LESSONS_READ, ATTEMPTS, STEPS, ANSWERS, MARKS, COMPLETIONS])
    await tx.query(statement);
  await tx.query('drop table told, planned');
}

function* lines(completions: readonly PlannedCompletion[]): Generator<string> {
  for (const { reference, unitCode, slug, completedAt, score } of completions)
    yield copyLine([reference, unitCode, slug, completedAt.toISOString(), score]);
}

/**
 * The id of an attempt is made of the moment at which it began and of who made it at what, laid out as a UUID of version 7,
 * so that the same plan gives the same rows.
 */
const PLANNED = `
  create temp table planned on commit drop as
  select $1 + row_number() over (order by t.completed_at, t.reference, t.slug)::int as place, person.id as person_id,
         unit.id as unit_id, course.id as course_id, version.id as version_id, version.quiz_version_id, quiz.quiz_id,
         t.completed_at, t.score,
         (lpad(to_hex((extract(epoch from t.completed_at - interval '3 minutes') * 1000)::bigint), 12, '0') || '7'
           || substr(hashed.hash, 1, 3) || '8' || substr(hashed.hash, 4, 15))::uuid as attempt_id
    from told t
    join person using (reference)
    join unit on unit.code = t.unit_code
    join course on course.slug = t.slug
    join course_version version on version.course_id = course.id and version.state = 'published'
    left join quiz_version quiz on quiz.id = version.quiz_version_id
    cross join lateral (select md5(t.reference || '/' || t.slug) as hash) as hashed`;

const ENROLMENTS = `
  insert into enrolment (person_id, course_version_id, started_at, lesson_position, block_position, moved_at)
  select p.person_id, p.version_id, p.completed_at - interval '14 minutes',
         (select max(position) from lesson where course_version_id = p.version_id), 1, p.completed_at
    from planned p`;

const LESSONS_READ = `
  insert into lesson_read (person_id, lesson_id, read_at)
  select p.person_id, l.id, p.completed_at - make_interval(mins => (8 - least(l.position, 7)))
    from planned p join lesson l on l.course_version_id = p.version_id`;

const ATTEMPTS = `
  insert into attempt (id, person_id, quiz_id, quiz_version_id, number, seed, layout, started_at)
  select p.attempt_id, p.person_id, p.quiz_id, p.quiz_version_id, 1, p.place, laid.layout, p.completed_at - interval '3 minutes'
    from planned p
    join (select s.quiz_version_id,
                 jsonb_agg(jsonb_build_object('position', s.position, 'options', keys.options) order by s.position) as layout
            from quiz_slot s
            join question_version q on q.id = s.question_version_id
            cross join lateral (select jsonb_agg(o.value -> 'key' order by o.ordinality) as options
                                  from jsonb_array_elements(q.body -> 'options') with ordinality o) keys
           group by s.quiz_version_id) laid using (quiz_version_id)`;

const STEPS = `
  insert into attempt_event (attempt_id, kind, happened_at)
  select p.attempt_id, step.kind, p.completed_at - step.before
    from planned p
    cross join (values ('started', interval '3 minutes'), ('submitted', interval '0')) step (kind, before)
   where p.quiz_id is not null`;

/** Who missed full marks gave one wrong answer, to a question with a single right one. */
const ANSWERS = `
  insert into attempt_response (attempt_id, position, answer, sequence, saved_at, checked_at, fraction)
  select p.attempt_id, s.position, jsonb_build_object('chosen', case when wrong.here then options.wrong else options.right end), 1,
         p.completed_at - interval '1 minute', p.completed_at, case when wrong.here then 0 else 1 end
    from planned p
    join quiz_slot s using (quiz_version_id)
    join question_version q on q.id = s.question_version_id
    cross join lateral (
      select jsonb_agg(o.value -> 'key' order by o.ordinality) filter (where o.value ->> 'fraction' !~ '^(0|-)') as "right",
             jsonb_path_query_array(jsonb_agg(o.value -> 'key' order by o.ordinality)
               filter (where o.value ->> 'fraction' ~ '^0$'), '$[0]') as wrong
        from jsonb_array_elements(q.body -> 'options') with ordinality o) options
    cross join lateral (
      select p.score < 1 and q.kind = 'singleChoice' and jsonb_array_length(coalesce(options.wrong, '[]')) = 1
             and s.position = 1 + p.place % 4 as here) wrong`;

const MARKS = `
  update attempt a set submitted_at = p.completed_at, mark = m.mark, max_mark = m.max_mark, passed = true
    from planned p
    join (select r.attempt_id, sum(r.fraction * s.max_mark) as mark, sum(s.max_mark) as max_mark
            from attempt_response r join attempt on attempt.id = r.attempt_id
            join quiz_slot s on s.quiz_version_id = attempt.quiz_version_id and s.position = r.position
           group by r.attempt_id) m using (attempt_id)
   where a.id = p.attempt_id`;

const COMPLETIONS = `
  insert into completion (person_id, course_id, course_version_id, unit_id, completed_at, attempt_id)
  select p.person_id, p.course_id, p.version_id, p.unit_id, p.completed_at, case when p.quiz_id is not null then p.attempt_id end
    from planned p order by p.completed_at`;

export interface PlannedAssignment {
  token: string;
  slug: string;
  madeBy: string;
  madeAt: string;
  reason: string;
  dueOn: string;
  unitCodes: string[];
}

/** Assignments and what became of them: those who had finished before are left out, as the product does. */
export async function loadAssignments(tx: Tx, assignments: readonly PlannedAssignment[]): Promise<void> {
  const told = [JSON.stringify(assignments)];
  await tx.query(MADE, told);
  await tx.query(UNITS, told);
  await tx.query('analyze assignment, assignment_unit');
  const tokens = [assignments.map(({ token }) => token)];
  await tx.query(REQUIREMENTS, tokens);
  await tx.query(REASONS, tokens);
}

const MADE = `
  insert into assignment (form_token, course_id, made_by, made_at, reason, due_on)
  select a.token, course.id, person.id, a."madeAt", a.reason, a."dueOn"
    from jsonb_to_recordset($1) as a (token text, slug text, "madeBy" text, "madeAt" timestamptz, reason text, "dueOn" date)
    join course using (slug) join person on person.reference = a."madeBy"
   order by a."madeAt", a.token`;

const UNITS = `
  insert into assignment_unit (assignment_id, unit_id)
  select assignment.id, unit.id
    from jsonb_to_recordset($1) as a (token text, "unitCodes" jsonb)
    cross join jsonb_array_elements_text(a."unitCodes") as wanted (code)
    join assignment on assignment.form_token = a.token join unit on unit.code = wanted.code
   order by 1, 2`;

/** Who was in post in an assigned unit, and not on long leave, on the day it was assigned. */
const ASKED = `
  select a.id as assignment_id, a.course_id, a.due_on, post.person_id
    from assignment a
    join assignment_unit u on u.assignment_id = a.id
    join posting post on post.unit_id = u.unit_id and post.main and post.valid @> (a.made_at at time zone 'Europe/London')::date
   where a.form_token = any ($1)
     and not exists (select from leave l
                      where l.person_id = post.person_id and l.valid @> (a.made_at at time zone 'Europe/London')::date)
     and not exists (select from completion c
                      where c.person_id = post.person_id and c.course_id = a.course_id and c.completed_at < a.made_at)`;

const REQUIREMENTS = `
  insert into requirement (person_id, course_id, due_on, completion_id)
  select asked.person_id, asked.course_id, min(asked.due_on), min(c.id)
    from (${ASKED}) asked
    left join completion c on c.person_id = asked.person_id and c.course_id = asked.course_id
   group by asked.person_id, asked.course_id
   order by asked.person_id, asked.course_id
  on conflict do nothing`;

const REASONS = `
  insert into requirement_reason (requirement_id, assignment_id)
  select r.id, asked.assignment_id
    from (${ASKED}) asked join requirement r using (person_id, course_id)
   order by 1, 2
  on conflict do nothing`;
