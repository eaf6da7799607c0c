import pg from 'pg';
import { Client } from './support/client.mjs';
import { chooseActors, fillNetwork, NOW } from './support/full-network.mjs';
import { referenceFigures, startReference, timed, withRatio } from './support/against-reference.mjs';
import { AUDIT_ENTRIES, fillAudit } from './support/full-audit-log.mjs';
import { letGo, LONGEST_NIGHT_MS } from './support/night.mjs';
import { startUniversity } from './support/university.mjs';

/** Milliseconds: a page at the 95th percentile, also while the night's work runs; the longest transaction of that work. */
const BOUNDS = { page: 100, atNight: 200, transaction: 3_000 };

/** The audit log of years, leavers by the thousand and what the nights let go, on the whole network. */
export async function run() {
  const university = await startUniversity({ fill, now: NOW });
  const reference = await startReference(university);
  try {
    const actors = await chooseActors(university.databaseUrl);
    // The worker begins the night's work as soon as it starts: first that, then the pages in peace.
    const night = await theNight(university, actors);
    const references = await referenceFigures(reference);
    const results = [...(await pages(university, actors)), ...night];
    return { references, results: results.map((result) => withRatio(result, references)), targets: targetsOf(results) };
  } finally {
    await reference.stop();
    await university.stop();
  }
}

async function fill(databaseUrl) {
  await fillNetwork(databaseUrl);
  await fillAudit(databaseUrl, AUDIT_ENTRIES);
}

async function pages({ url, databaseUrl }, actors) {
  const { people, units } = await lookedUp(databaseUrl);
  const administrator = await new Client(url).signIn(actors.find(({ role }) => role === 'administrator').reference);
  const manager = await new Client(url).signIn(actors.find(({ role }) => role === 'areaManager').reference);
  const person = (at) => people[at % people.length];
  const day = (at) => `202${1 + (at % 6)}-0${1 + (at % 9)}-1${at % 10}`;
  const results = [
    ...(await each('audit log', administrator, () => '/admin/audit')),
    ...(await each('audit log of who did it', administrator, (at) => `/admin/audit?actor=${person(at)}`)),
    ...(await each('audit log about a person', administrator, (at) => `/admin/audit?person=${person(at)}`)),
    ...(await each('audit log about a unit', administrator, (at) => `/admin/audit?unit=${units[at % units.length]}`)),
    ...(await each('audit log of a day', administrator, (at) => `/admin/audit?day=${day(at)}`)),
    ...(await each('audit log of looks on a day', administrator, (at) => `/admin/audit?kind=looked&day=${day(at)}`)),
    ...(await each(
      'audit log of what never happened',
      administrator,
      (at) => `/admin/audit?actor=${person(at)}&action=privacy.copyTaken`,
    )),
    ...(await each('periods', administrator, () => '/admin/privacy')),
    ...(await each('leavers', administrator, () => '/admin/privacy/leavers')),
    ...(await each('who looked at my results', manager, () => '/privacy/who-looked')),
  ];
  administrator.close();
  manager.close();
  return results;
}

async function each(label, user, pathOf) {
  const { median, p95 } = await timed((at) => ok(user, pathOf(at)));
  return [
    { name: `${label}: median`, value: median, unit: 'ms' },
    { name: `${label}: 95th percentile`, value: p95, unit: 'ms', bound: BOUNDS.page },
  ];
}

/** Everything that is due goes, while somebody looks at pages. */
async function theNight({ url, databaseUrl }, actors) {
  const user = await new Client(url).signIn(actors.find(({ role }) => role === 'administrator').reference);
  const { seconds, leavers, entries, p95, longest } = await letGo(databaseUrl, (at) =>
    ok(user, at % 2 === 0 ? '/admin/audit' : '/people'),
  );
  user.close();
  return [
    { name: 'leavers made anonymous', value: leavers, unit: 'people' },
    { name: 'audit entries let go', value: entries, unit: 'entries' },
    { name: 'all of the night’s work', value: seconds, unit: 's', bound: LONGEST_NIGHT_MS / 1000 },
    { name: 'its longest transaction', value: longest, unit: 'ms', bound: BOUNDS.transaction },
    { name: 'pages meanwhile: 95th percentile', value: p95, unit: 'ms', bound: BOUNDS.atNight },
  ];
}

async function lookedUp(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows: people } = await client.query(
    'select reference from person where id <= 2400 order by md5(reference) limit 60',
  );
  const { rows: units } = await client.query('select code from unit order by md5(code) limit 60');
  await client.end();
  return { people: people.map(({ reference }) => reference), units: units.map(({ code }) => code) };
}

function targetsOf(results) {
  return results
    .filter(({ bound }) => bound !== undefined)
    .map(({ name, unit, bound, value }) => ({ name: `${name}, ${unit}`, bound, value, pass: value <= bound }));
}

async function ok(user, path) {
  const { status } = await user.get(path);
  if (status !== 200) throw new Error(`${path} answered ${status}.`);
}
