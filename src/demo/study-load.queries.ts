import type { Tx } from '../platform/database/tx.js';
import { COMPARISON } from '../statistics/random-waves.js';
import { assignmentToken } from './impact-learning.js';
import type { ImpactPlan } from './impact-plan.js';
import { BY_LOT } from './impact-stories.js';

const TITLE = 'Queues: keep people in the loop, in three waves';

/** The lot as it was drawn, with the assignments that its waves have begun. @returns the id of the plan */
export async function loadWavePlan(tx: Tx, { dealt, waves }: ImpactPlan): Promise<number> {
  const { slug, reason, seed, begins, daysGiven, askedBy, drawnOn } = BY_LOT;
  const weeksBetween = (Date.parse(begins[1]!) - Date.parse(begins[0]!)) / (7 * 86_400_000);
  const plan = await tx.one<{ id: number }>(PLAN, [
    ...['demo-waves', TITLE, slug, reason, seed, begins.length, weeksBetween, daysGiven, askedBy, drawnOn],
  ]);
  const begun = waves.map(({ askedOn }, number) => ({ number, askedOn, token: assignmentToken(slug, askedOn) }));
  await tx.query(WAVES, [plan!.id, JSON.stringify(begun)]);
  const areas = dealt.map(({ code, stratum, wave }) => ({ code, stratum, wave: wave === COMPARISON ? null : wave }));
  await tx.query(AREAS, [plan!.id, JSON.stringify(areas)]);
  const units = dealt.flatMap(({ code, unitCodes }) => unitCodes.map((unit) => ({ unit, area: code })));
  await tx.query(UNITS, [plan!.id, JSON.stringify(units)]);
  return plan!.id;
}

/** Ids of what a study is about. */
export async function idsFor(
  tx: Tx,
  { slug, regions, registeredBy }: { slug: string; regions: readonly string[]; registeredBy: string },
): Promise<{ courseId: number; regionIds: number[]; personId: number }> {
  const ids = await tx.one<{ courseId: number; regionIds: number[]; personId: number }>(
    `select course.id as "courseId", person.id as "personId",
            (select array_agg(id order by id) from region where code = any ($2)) as "regionIds"
       from course, person where course.slug = $1 and person.reference = $3`,
    [slug, regions, registeredBy],
  );
  return ids!;
}

const PLAN = `
  insert into wave_plan (form_token, title, course_id, reason, seed, waves, comparison, weeks_between, days_given, made_by, made_at)
  select $1, $2, course.id, $4, $5, $6, true, $7, $8, person.id, ($10::date + time '10:00') at time zone 'Europe/London'
    from course, person where course.slug = $3 and person.reference = $9
  returning id`;

const WAVES = `
  insert into wave (plan_id, number, starts_on, assignment_id, begun_at)
  select $1, w.number, w."askedOn", assignment.id, assignment.made_at
    from jsonb_to_recordset($2::jsonb) as w (number int, "askedOn" date, token text)
    join assignment on assignment.form_token = w.token`;

const AREAS = `
  insert into wave_area (plan_id, area_id, stratum, wave)
  select $1, area.id, a.stratum, a.wave
    from jsonb_to_recordset($2::jsonb) as a (code text, stratum int, wave int) join area using (code)`;

const UNITS = `
  insert into wave_unit (plan_id, unit_id, area_id)
  select $1, unit.id, area.id
    from jsonb_to_recordset($2::jsonb) as u (unit text, area text)
    join unit on unit.code = u.unit join area on area.code = u.area`;
