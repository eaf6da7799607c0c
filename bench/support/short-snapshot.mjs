import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from './client.mjs';
import { command, done } from './command.mjs';

/** The day on which the demo stands. */
const TODAY = '2027-02-10';
/** Every so many rows one is left out: 3% of them. */
const LEFT_OUT = 33;
const ASKS = /This snapshot would end [\d,]+ of [\d,]+/;

/**
 * Everybody of today as a full snapshot in which 3% of the postings are missing: it must stop and ask, on the command line
 * and on the page.
 * @returns targets: 1 where it stopped with its question, 0 where it did not
 */
export async function shortSnapshot({ url, databaseUrl }, folder) {
  const path = join(folder, 'short.csv');
  await done(databaseUrl, ['export', 'people', path, '--on', TODAY]);
  const rows = readFileSync(path, 'utf8').split('\n');
  writeFileSync(path, rows.filter((_, at) => at === 0 || at % LEFT_OUT !== 0).join('\n'));
  const { code, said } = await command(databaseUrl, ['import', 'people', path, '--snapshot']);
  const page = await byPage(url, readFileSync(path));
  return [
    stops('command line: exit 1 and the question', code === 1 && ASKS.test(said) && said.includes('more than 2%')),
    stops('page: asks before it is taken over', ASKS.test(page.asked) && page.asked.includes('name="agreed"')),
    stops('page: does nothing without a yes', /Could not be imported/.test(page.ended) && ASKS.test(page.ended)),
  ];
}

const stops = (where, pass) => ({ name: `snapshot without 3%, ${where}`, bound: 1, value: Number(pass), pass });

async function byPage(url, content) {
  const ros = await new Client(url).signIn('900001');
  const { text } = await ros.get('/admin/imports');
  const formToken = /name="formToken" value="([^"]+)"/.exec(text)[1];
  const file = { name: 'short.csv', content };
  const { location } = await ros.upload('/admin/imports', { kind: 'people', snapshot: 'yes', formToken }, file);
  const asked = await whenOver(ros, location);
  await ros.post(`${location}/takings`, {});
  const ended = await whenOver(ros, location);
  ros.close();
  return { asked, ended };
}

/** The page of a file once nothing moves any more. */
async function whenOver(client, path) {
  for (;;) {
    const { text } = await client.get(`${path}/progress`);
    if (JSON.parse(text).over) return (await client.get(path)).text;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
