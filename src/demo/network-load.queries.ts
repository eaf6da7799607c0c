import type { Tx } from '../platform/database/tx.js';
import type { NetworkPlan } from './network-plan.js';
import { OPENED } from './network-plan.js';
import type { PlannedPerson } from './people-plan.js';

/** Puts the planned network into an empty database, in sets. */
export async function loadNetwork(tx: Tx, plan: NetworkPlan): Promise<void> {
  await tx.query(
    `insert into region (code, name) select code, name from jsonb_to_recordset($1) as r (code text, name text)`,
    [JSON.stringify(plan.regions)],
  );
  await tx.query(
    `with given as (select * from jsonb_to_recordset($1) as a (code text, name text, "regionCode" text)),
          made as (insert into area (code, name) select code, name from given returning id, code)
     insert into area_region (area_id, region_id, valid)
     select made.id, region.id, daterange($2, null)
       from given join made using (code) join region on region.code = given."regionCode"`,
    [JSON.stringify(plan.areas), OPENED],
  );
  await tx.query(
    `insert into unit (code, name, kind, nation)
     select code, name, kind, nation from jsonb_to_recordset($1) as u (code text, name text, kind text, nation text)`,
    [JSON.stringify(plan.units)],
  );
  await tx.query(
    `with given as (select * from jsonb_to_recordset($1) as u (code text, "areaCode" text, earlier jsonb)),
          links as (select code, "areaCode", daterange(coalesce((earlier ->> 'until')::date, $2::date), null) as valid from given
                    union all
                    select code, earlier ->> 'areaCode', daterange($2::date, (earlier ->> 'until')::date) from given
                     where earlier is not null and jsonb_typeof(earlier) = 'object')
     insert into unit_area (unit_id, area_id, valid)
     select unit.id, area.id, links.valid
       from links join unit using (code) join area on area.code = links."areaCode"`,
    [JSON.stringify(plan.units), OPENED],
  );
  await tx.query('select refresh_unit_place(array(select id from unit))');
}

export async function loadPeople(tx: Tx, people: PlannedPerson[]): Promise<void> {
  const given = [JSON.stringify(people)];
  await tx.query(
    `insert into person (reference, name, language)
     select reference, name, language from jsonb_to_recordset($1) as p (reference text, name text, language text)`,
    given,
  );
  await tx.query(
    `insert into posting (person_id, unit_id, area_id, region_id, role, main, valid)
     select person.id, unit.id, area.id, region.id, p.role, true, daterange(p."from", p."to")
       from jsonb_to_recordset($1) as p (reference text, role text, "unitCode" text, "areaCode" text, "regionCode" text,
            "from" date, "to" date)
       join person using (reference)
       left join unit on unit.code = p."unitCode"
       left join area on area.code = p."areaCode"
       left join region on region.code = p."regionCode"`,
    given,
  );
  await tx.query(
    `insert into leave (person_id, valid)
     select person.id, daterange((p.leave ->> 'from')::date, (p.leave ->> 'to')::date)
       from jsonb_to_recordset($1) as p (reference text, leave jsonb) join person using (reference)
      where jsonb_typeof(p.leave) = 'object'`,
    given,
  );
}

/** Every account has its own hash of the same password. */
export async function loadCredentials(tx: Tx, accounts: { reference: string; hash: string }[]): Promise<void> {
  await tx.query(
    `insert into credential (person_id, password_hash, demo)
     select person.id, c.hash, true
       from jsonb_to_recordset($1) as c (reference text, hash text) join person using (reference)`,
    [JSON.stringify(accounts)],
  );
}
