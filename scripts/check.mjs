/** npm run check: what must be true before a change is shared. `--without test` leaves a step out. */
import { askNpm, runNode } from './steps/run.mjs';
import { checkNode } from './steps/node-version.mjs';
import { prepare } from './steps/prepare.mjs';

/** They read the sources and nothing else, so they go side by side; each speaks when its turn comes. */
const READERS = ['types', 'lint', 'format'];

checkNode();
await prepare({ development: true });
const left = process.argv.includes('--without') ? process.argv.at(-1) : null;
const wanted = (name) => name !== left;
const results = [];

const reading = READERS.filter(wanted).map((name) => ({ name, answer: askNpm(['run', '-s', name]) }));
for (const { name, answer } of reading) {
  console.log(`\n== ${name}`);
  const { code, output } = await answer;
  process.stdout.write(output);
  results.push({ name, code });
}
if (wanted('test')) {
  console.log('\n== test');
  results.push({ name: 'test', code: await runNode('scripts/test.mjs', []) });
}

console.log('');
for (const { name, code } of results) console.log(`${code === 0 ? 'ok    ' : 'failed'} ${name}`);
process.exitCode = results.some(({ code }) => code !== 0) ? 1 : 0;
