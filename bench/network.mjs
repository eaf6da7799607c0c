import pg from 'pg';
import { referenceFigures, startReference, timed, withRatio } from './support/against-reference.mjs';
import { Client } from './support/client.mjs';
import { chooseActors, chooseUnderThem, fillNetwork, misspelt, NOW, TODAY } from './support/full-network.mjs';
import { cpuEach } from './support/measure.mjs';
import { startUniversity } from './support/university.mjs';

/** Milliseconds at the 95th percentile, one user at a time. */
const BOUNDS = { reach: 20, page: 100 };

const WHO = {
  areaManager: 'area manager',
  regionalManager: 'regional manager',
  administrator: 'administrator',
  deputy: 'deputy under cover',
  postmaster: 'postmaster',
  champion: 'champion',
};

/** Who reaches what, people and places on the whole network, as those who look after a little, much and all of it. */
export async function run() {
  const university = await startUniversity({ fill: fillNetwork, now: NOW });
  const reference = await startReference(university);
  try {
    const actors = await chooseActors(university.databaseUrl);
    actors.push(...(await chooseUnderThem(university.databaseUrl)));
    const references = await referenceFigures(reference);
    const results = [...(await reaches(university, actors)), ...(await pages(university, actors))];
    return { references, results: results.map((result) => withRatio(result, references)), targets: targetsOf(results) };
  } finally {
    await reference.stop();
    await university.stop();
  }
}

/** What every request asks before its page does: who is this, and which units may they see. */
async function reaches({ databaseUrl }, actors) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const results = [];
  const time = async (name, text, valuesOf) => {
    const work = (at) => client.query({ name, text, values: valuesOf(at) });
    const { median, p95 } = await timed(work);
    results.push({ name: `reach, ${name}: median`, value: median, unit: 'ms' });
    results.push({ name: `reach, ${name}: 95th percentile`, value: p95, unit: 'ms', bound: BOUNDS.reach });
  };
  for (const { personId, role, areaId, regionId, unitId, people } of actors) {
    const some = (id) => (id ? [id] : []);
    const reach = [role === 'administrator', some(regionId), some(areaId), some(unitId), TODAY];
    await time(`${WHO[role]}: who is this`, 'select * from actor_on($1, $2::date)', () => [personId, TODAY]);
    if (role !== 'administrator')
      await time(
        `${WHO[role]}: all units`,
        'select unit_id from units_in_reach($1, $2, $3, $4, $5::date)',
        () => reach,
      );
    if (people.length === 0) continue;
    await time(`${WHO[role]}: is this person’s unit in reach`, UNIT_IN_REACH, (at) => [
      ...reach,
      people[at % people.length].reference,
    ]);
  }
  await client.end();
  return results;
}

const UNIT_IN_REACH = `
  select place.unit_id from person join posting p on p.person_id = person.id and p.main and p.valid @> $5::date
    join units_in_reach($1, $2, $3, $4, $5::date) place on place.unit_id = p.unit_id where person.reference = $6`;

async function pages({ url, sides }, actors) {
  const results = [];
  for (const actor of actors) {
    const user = await new Client(url).signIn(actor.reference);
    for (const [name, pathOf] of Object.entries(await lookedAt(actor, user))) {
      const work = (at) => ok(user, pathOf(at));
      const { median, p95 } = await timed(work);
      const cpu = await cpuEach(sides, 12, work);
      const label = `${WHO[actor.role]}, ${name}`;
      results.push({ name: `${label}: median`, value: median, unit: 'ms' });
      results.push({ name: `${label}: 95th percentile`, value: p95, unit: 'ms', bound: BOUNDS.page });
      results.push({ name: `${label}: CPU`, value: cpu.all, unit: 'ms' });
      results.push({ name: `${label}: in the database`, value: cpu.database, unit: 'ms' });
    }
    user.close();
  }
  return results;
}

/** Another person, name or area each time, so that nothing is answered from what the last request had read. */
async function lookedAt({ role, people, areas, unitCode }, user) {
  if (role === 'champion') return unitPages(unitCode);
  const person = (at) => people[at % people.length];
  const find = (path, text) => `${path}?find=${encodeURIComponent(text)}`;
  return {
    'people list': () => '/people',
    ...(await furtherPages(user)),
    'people: managers and postmasters': () => '/people?role=postmaster',
    'search by name': (at) => find('/people', person(at).name),
    'search by misspelt name': (at) => find('/people', misspelt(person(at).name)),
    'search by reference': (at) => find('/people', person(at).reference.slice(0, 5)),
    'person page': (at) => `/people/${person(at).reference}`,
    'unit tree': () => '/network',
    'unit tree of another day': (at) => `/network?on=2026-${String(1 + (at % 12)).padStart(2, '0')}-15`,
    ...(role !== 'postmaster' && { 'units of an area': (at) => `/network/areas/${areas[at % areas.length]}` }),
    'search of units': (at) => find('/network', ['ash', 'station', '0210', 'bridge'][at % 4]),
    ...(role === 'postmaster' && unitPages(unitCode)),
    ...(role === 'administrator' && {
      'why somebody sees it': (at) => why(person(at).reference, areas[at % areas.length]),
    }),
    ...(role === 'deputy' && { cover: () => '/cover' }),
  };
}

/** Of a list that has more than one page. */
async function furtherPages(user) {
  const { text } = await user.get('/people');
  const second = /href="(\/people\?[^"]*after[^"]*)"/.exec(text)?.[1];
  if (!second) return {};
  const address = second.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=');
  return { 'people list, second page': () => address, 'people list, last page': () => '/people?before=zzzz~zzzz' };
}

const unitPages = (code) => ({
  'unit page': () => `/units/${code}`,
  'team of the unit': () => `/units/${code}/team.csv`,
});

const why = (person, what) => `/admin/access?${new URLSearchParams({ person, what, on: '' })}`;

function targetsOf(results) {
  return results
    .filter(({ bound }) => bound !== undefined)
    .map(({ name, bound, value }) => ({ name: `${name}, ms`, bound, value, pass: value <= bound }));
}

async function ok(user, path) {
  const { status } = await user.get(path);
  if (status !== 200) throw new Error(`${path} answered ${status}.`);
}
