import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { done } from './support/command.mjs';
import { copies } from './support/copied-answers.mjs';
import { unitLines, writeLines } from './support/network-files.mjs';
import { SURVEY, SURVEY_MAPPING, surveyLines } from './support/survey-file.mjs';
import { startDatabase } from './support/university.mjs';

/** Of the speed of a plain COPY into the same table; megabytes. */
const BOUNDS = { share: 0.33, megabytes: 400 };

/** Every so many answers one has been corrected. */
const ONE_PERCENT = 100;

const SOURCE = 'Customer survey';

/**
 * A million answers about the branches, imported from the command line as somebody would: into an empty database, the same
 * file again, and a file in which one in a hundred has been corrected. Held against a plain COPY of the very same rows into a
 * copy of the same table.
 */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'cxu-bench-answers-'));
  const files = Object.fromEntries(
    ['units', 'first', 'corrected', 'mapping'].map((name) => [name, join(folder, name)]),
  );
  await writeLines(files.units, unitLines({ units: SURVEY.units, areas: 300, regions: 12 }));
  await writeLines(files.first, surveyLines());
  await writeLines(files.corrected, surveyLines(SURVEY, ONE_PERCENT));
  writeFileSync(files.mapping, JSON.stringify(SURVEY_MAPPING));
  const database = await startDatabase();
  const client = new pg.Client({ connectionString: database.url });
  try {
    await client.connect();
    return await measure(client, database.url, files, folder);
  } finally {
    await client.end();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(client, url, files, folder) {
  await done(url, ['import', 'network', files.units]);
  const imported = (file) =>
    done(url, ['import', 'responses', file, '--source', SOURCE, '--mapping', files.mapping, '--times']);
  const first = await imported(files.first);
  const copied = await copies(client, join(folder, 'rows'));
  const again = await imported(files.first);
  const corrected = await imported(files.corrected);
  expectOf(first, { read: SURVEY.answers, new: SURVEY.answers, rejected: 0 });
  expectOf(again, { new: 0, changed: 0, unchanged: SURVEY.answers });
  expectOf(corrected, { new: 0, changed: SURVEY.answers / ONE_PERCENT });
  const share = copied.withKeys / first.seconds;
  return {
    references: {
      'plain COPY of the same rows: s': copied.withKeys,
      'the same without foreign keys: s': copied.withoutKeys,
    },
    results: [
      ...['first', 'again', 'corrected'].flatMap((name, at) => {
        const { seconds, megabytes } = [first, again, corrected][at];
        return [
          { name: `${name}: time`, value: seconds, unit: 's', ratio: seconds / copied.withKeys },
          { name: `${name}: memory`, value: megabytes, unit: 'MB', ratio: null },
        ];
      }),
      { name: 'rows a second', value: SURVEY.answers / first.seconds, unit: 'rows/s', ratio: null },
      { name: 'speed of COPY reached', value: 100 * share, unit: '%', ratio: null },
      { name: 'without its foreign keys', value: (100 * copied.withoutKeys) / first.seconds, unit: '%', ratio: null },
      ...spentIn(first.said),
    ],
    targets: [
      { name: 'share of the speed of COPY, at least', bound: BOUNDS.share, value: share, pass: share >= BOUNDS.share },
      ...[first, again, corrected].map(({ megabytes: value }, at) => ({
        ...{ name: `memory, ${['first', 'again', 'corrected'][at]}: MB`, bound: BOUNDS.megabytes, value },
        pass: value < BOUNDS.megabytes,
      })),
    ],
  };
}

/** What the command says with --times: reading and mapping go on beside the database. */
function spentIn(said) {
  const spent = /^Time spent on (.*)$/m.exec(said)[1].split(', ');
  const cells = Number(/^Cells of the rollups written: (\d+)$/m.exec(said)[1]);
  const steps = spent.map((one) => {
    const [step, seconds] = one.split(': ');
    return { name: `time spent on ${step}`, value: Number.parseFloat(seconds), unit: 's', ratio: null };
  });
  return [
    ...steps,
    { name: 'cells of the rollups written', value: cells, unit: 'cells', ratio: null },
    { name: 'cells a row', value: cells / SURVEY.answers, unit: 'cells', ratio: null },
  ];
}

function expectOf({ said }, wanted) {
  const result = JSON.parse(/^\{.*\}$/m.exec(said)[0]);
  for (const [name, value] of Object.entries(wanted))
    if (result[name] !== value) throw new Error(`The import says ${name}: ${result[name]}, and not ${value}.`);
}
