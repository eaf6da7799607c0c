import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Client } from './support/client.mjs';
import { done } from './support/command.mjs';
import { middleOf, quantile } from './support/measure.mjs';
import { PERSON_HEADER, peopleLines, UNIT_HEADER, unitLines, writeLines } from './support/network-files.mjs';
import { shortSnapshot } from './support/short-snapshot.mjs';
import { startUniversity } from './support/university.mjs';

const KINDS = ['network', 'people'];
const PAGE = '/areas/A07';

/** Seconds, with the start of the command; milliseconds for the page of an area manager who works meanwhile. */
const BOUNDS = {
  'import of network': 60,
  'import of people': 60,
  'network again': 20,
  'people again': 20,
  'undo of people': 60,
  'undo of network': 60,
  'area page meanwhile: 95th percentile': 1000,
};

/**
 * Both files of the whole organisation beside the demo: imported, imported again, undone; the same rows by plain COPY.
 * Before the undo a full snapshot that leaves out 3% of the postings, which must stop and ask.
 */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'cxu-bench-files-'));
  const files = { network: join(folder, 'units.csv'), people: join(folder, 'people.csv') };
  await writeLines(files.network, unitLines());
  await writeLines(files.people, peopleLines());
  const university = await startUniversity();
  try {
    return await measure(university, files, folder);
  } finally {
    await university.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(university, files, folder) {
  const copies = await copiesOf(university.databaseUrl, files);
  const dawn = await new Client(university.url).signIn('200001');
  const atRest = await pagesUntil(dawn, new Promise((resolve) => setTimeout(resolve, 3_000)));
  const results = [];
  const meanwhile = [];
  const take = async (name, kind, args) => {
    const ran = done(university.databaseUrl, args);
    meanwhile.push(...(await pagesUntil(dawn, ran)));
    const { seconds, megabytes } = await ran;
    results.push({ name, value: seconds, unit: 's', ratio: seconds / copies[kind] });
    results.push({ name: `${name}: memory`, value: megabytes, unit: 'MB', ratio: null });
  };
  for (const kind of KINDS) await take(`import of ${kind}`, kind, ['import', kind, files[kind]]);
  results.push(...(await followers(university.databaseUrl)));
  for (const kind of KINDS) await take(`${kind} again`, kind, ['import', kind, files[kind]]);
  const snapshot = await shortSnapshot(university, folder);
  await take('undo of people', 'people', ['import', 'undo', 'people', '--leave']);
  await take('undo of network', 'network', ['import', 'undo', 'network', '--leave']);
  dawn.close();
  results.push(...pageResults(atRest, meanwhile));
  const references = Object.fromEntries(KINDS.map((kind) => [`plain COPY of the ${kind} file: s`, copies[kind]]));
  return { references, results, targets: [...targetsOf(results), ...snapshot] };
}

/** Seconds that PostgreSQL takes for the same rows without asking anything of them. */
async function copiesOf(url, files) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const copies = {};
  for (const [kind, header] of Object.entries({ network: UNIT_HEADER, people: PERSON_HEADER })) {
    await client.query(`create temp table copied_${kind} (${header.replaceAll(/\w+/g, '"$&" text')})`);
    const begun = performance.now();
    await pipeline(
      createReadStream(files[kind]),
      client.query(copyFrom(`copy copied_${kind} from stdin (format csv, header)`)),
    );
    copies[kind] = (performance.now() - begun) / 1000;
  }
  await client.end();
  return copies;
}

/** Milliseconds of each page that the area manager opens, one after the other with a breath between, until `end`. */
async function pagesUntil(client, end) {
  let over = false;
  void end.finally(() => (over = true)).catch(() => undefined);
  const times = [];
  while (!over) {
    const begun = performance.now();
    const { status } = await client.get(PAGE);
    if (status !== 200) throw new Error(`${PAGE} answered ${status} while something was imported.`);
    times.push(performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return times;
}

/** What listens to the imports, once it has caught up. */
async function followers(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (;;) {
    const { rows } = await client.query(
      `select count(*)::int as n from job where done_at is null and event_id is not null`,
    );
    if (rows[0].n === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const { rows } = await client.query(
    `select job.kind, max(extract(epoch from done_at - began_at))::float8 as seconds from job join event on event.id = event_id
      where event.kind in ('network.networkImported', 'network.peopleImported') group by 1 order by 1`,
  );
  await client.end();
  return rows.map(({ kind, seconds }) => ({ name: `follows: ${kind}`, value: seconds, unit: 's', ratio: null }));
}

function pageResults(atRest, meanwhile) {
  const sorted = meanwhile.toSorted((a, b) => a - b);
  const rest = middleOf(atRest);
  const one = (name, value) => ({ name: `area page ${name}`, value, unit: 'ms', ratio: value / rest });
  return [
    one('at rest: median', rest),
    one('meanwhile: median', quantile(sorted, 0.5)),
    one('meanwhile: 95th percentile', quantile(sorted, 0.95)),
    one('meanwhile: slowest', sorted.at(-1)),
  ];
}

function targetsOf(results) {
  return Object.entries(BOUNDS).map(([name, bound]) => {
    const { value, unit } = results.find((result) => result.name === name);
    return { name: `${name}: ${unit}`, bound, value, pass: value <= bound };
  });
}
