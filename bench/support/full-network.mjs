/** The network at full size in a database, with whom and where to measure. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { hash } from '@node-rs/argon2';
import pg from 'pg';

const COMMAND = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const run = promisify(execFile);

export const NOW = '2027-02-10T10:00:00Z';
export const TODAY = '2027-02-10';
const PASSWORD = 'love-your-customers';

/** Regions, areas, 24,900 units and 60,000 people with years of moves and leavers, by `cxu generate`. */
export async function fillNetwork(databaseUrl) {
  const env = { ...process.env, DATABASE_URL: databaseUrl, CXU_DEMO: '0' };
  for (const part of ['network', 'people'])
    await run(process.execPath, [COMMAND, 'generate', '--only', part], { env, maxBuffer: 64_000_000 });
}

/** An area manager, a regional manager and an administrator who can sign in, each with what they look at. */
export function chooseActors(databaseUrl, today = TODAY) {
  return choose(databaseUrl, ACTORS, today);
}

/** A postmaster and a champion of large units, and somebody who acts for an area's manager, in the same way; or some of them. */
export function chooseUnderThem(databaseUrl, today = TODAY, roles = null) {
  return choose(databaseUrl, UNDER_THEM, today, roles);
}

async function choose(databaseUrl, wanted, today, roles = null) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query(wanted, [today]);
    const actors = [];
    for (const row of rows.filter(({ role }) => roles === null || roles.includes(role))) {
      await client.query(CREDENTIAL, [row.personId, await hash(PASSWORD)]);
      actors.push(await withTargets(client, row, today));
    }
    return actors;
  } finally {
    await client.end();
  }
}

/** Names and references of people in the actor's reach, and an area there, to ask for different ones each time. */
async function withTargets(client, actor, today) {
  const { rows: people } = await client.query(PEOPLE, [today, actor.regionId, actor.areaId, actor.unitId ?? null]);
  const { rows: areas } = await client.query(AREAS, [today, actor.regionId, actor.areaId]);
  return { ...actor, people, areas: areas.map(({ code }) => code) };
}

/** Two neighbouring letters of the surname swapped: 'Sam Kaur' becomes 'Sam Kuar'. */
export function misspelt(name) {
  const words = name.split(' ');
  const last = words.at(-1);
  const at = Math.max(1, Math.floor(last.length / 2) - 1);
  return [...words.slice(0, -1), last.slice(0, at) + last[at + 1] + last[at] + last.slice(at + 2)].join(' ');
}

const ACTORS = `
  select distinct on (p.role) p.person_id as "personId", person.reference, p.role, p.area_id as "areaId", p.region_id as "regionId"
    from posting p join person on person.id = p.person_id
   where p.role in ('areaManager', 'regionalManager', 'administrator') and p.valid @> $1::date
   order by p.role, p.id`;

const UNDER_THEM = `
  (select distinct on (p.role) p.person_id as "personId", person.reference, p.role, null::int as "areaId",
          null::int as "regionId", p.unit_id as "unitId", u.code as "unitCode"
     from posting p join person on person.id = p.person_id join unit u on u.id = p.unit_id
    where p.role in ('postmaster', 'champion') and p.valid @> $1::date
      and exists (select from unit_place place where place.unit_id = p.unit_id and place.valid @> $1::date)
    order by p.role, (select count(*) from posting o where o.unit_id = p.unit_id and o.main and o.valid @> $1::date) desc, p.id)
  union all
  (select deputy.id, deputy.reference, 'deputy', c.area_id, null, null, null
     from cover c join person deputy on deputy.id = c.deputy_id
    where c.role = 'areaManager' and c.valid @> $1::date
      and exists (select from posting p where p.person_id = c.for_person_id and p.area_id = c.area_id and p.valid @> $1::date)
      and exists (select from posting p where p.person_id = deputy.id and p.valid @> $1::date)
    order by c.id limit 1)`;

const CREDENTIAL = `
  insert into credential (person_id, password_hash, demo) values ($1, $2, false)
  on conflict (person_id) do update set password_hash = excluded.password_hash`;

const PEOPLE = `
  select person.reference, person.name from posting p
    join unit_place place on place.unit_id = p.unit_id and place.valid @> $1::date
    join person on person.id = p.person_id
   where p.main and p.valid @> $1::date and length(split_part(person.name, ' ', 2)) > 4
     and ($2::int is null or place.region_id = $2) and ($3::int is null or place.area_id = $3)
     and ($4::int is null or p.unit_id = $4)
   order by md5(person.reference) limit 60`;

const AREAS = `
  select a.code from area_region ar join area a on a.id = ar.area_id
   where ar.valid @> $1::date and ($2::int is null or ar.region_id = $2) and ($3::int is null or a.id = $3)
   order by md5(a.code) limit 60`;
