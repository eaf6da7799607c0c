import { copyInto, copyLine } from '../../platform/database/copy.js';
import type { Tx } from '../../platform/database/tx.js';
import type { PeoplePlan, PlannedPerson } from './people-plan.js';

/** Puts planned people, their postings, long leave and cover into a database that holds their network, in sets. */
export async function loadPeople(tx: Tx, { people, covers }: PeoplePlan): Promise<void> {
  await tx.query(STAGING);
  await copyInto(
    tx,
    `planned_person (${PERSON.join(', ')})`,
    lines(people, (person) => [personLine(person)]),
  );
  await copyInto(tx, 'planned_posting', lines(people, postingLines));
  await tx.query(PEOPLE);
  await tx.query(COVERS, [JSON.stringify(covers)]);
}

const PERSON = ['reference', 'name', 'email', 'language', 'extra', 'leave_from', 'leave_to'];

const STAGING = `
  create temp table planned_person (place int generated always as identity, reference text, name text, email text, language text,
    extra int, leave_from date, leave_to date) on commit drop;
  create temp table planned_posting (reference text, unit_code text, area_code text, region_code text, role text, main boolean,
    "from" date, "to" date) on commit drop`;

function* lines<T>(items: readonly T[], rowsOf: (item: T) => (string | number | null)[][]): Generator<string> {
  for (const item of items) yield rowsOf(item).map(copyLine).join('');
}

function personLine({ reference, name, email, language, extraTimePercent, leave }: PlannedPerson) {
  return [reference, name, email, language, extraTimePercent, leave?.from ?? null, leave?.to ?? null];
}

function postingLines({ reference, postings }: PlannedPerson) {
  return postings.map(({ place, role, main, from, to }) => {
    const at = (kind: typeof place.kind) => (place.kind === kind ? place.code : null);
    return [reference, at('unit'), at('area'), at('region'), role, String(main), from, to];
  });
}

const PEOPLE = `
  insert into person (reference, name, email, language, extra_time_percent)
  select reference, name, email, language, extra from planned_person order by place;
  analyze person;
  insert into posting (person_id, unit_id, area_id, region_id, role, main, valid)
  select person.id, unit.id, area.id, region.id, p.role, p.main, daterange(p."from", p."to")
    from planned_posting p join person using (reference)
    left join unit on unit.code = p.unit_code
    left join area on area.code = p.area_code
    left join region on region.code = p.region_code
   order by person.id, p."from", p.main desc;
  insert into leave (person_id, valid)
  select person.id, daterange(p.leave_from, p.leave_to)
    from planned_person p join person using (reference) where p.leave_from is not null order by person.id;
  analyze posting, leave`;

/** Given in the morning of its first day by the one who is stood in for. */
const COVERS = `
  with given as (
    insert into cover (form_token, for_person_id, deputy_id, role, area_id, region_id, starts_on, last_on)
    select concat_ws('-', 'generated', c."forReference", c."deputyReference", c."startsOn"), above.id, deputy.id, c.role, area.id,
           region.id, c."startsOn", c."lastOn"
      from jsonb_to_recordset($1) as c ("forReference" text, "deputyReference" text, role text, place jsonb, "startsOn" date,
           "lastOn" date)
      join person above on above.reference = c."forReference"
      join person deputy on deputy.reference = c."deputyReference"
      left join area on c.place ->> 'kind' = 'area' and area.code = c.place ->> 'code'
      left join region on c.place ->> 'kind' = 'region' and region.code = c.place ->> 'code'
     order by above.id, c."startsOn"
    returning id, for_person_id, starts_on, last_on)
  insert into cover_step (cover_id, kind, last_on, made_by, made_at)
  select id, 'given', last_on, for_person_id, (starts_on + time '07:30') at time zone 'Europe/London' from given order by id`;
