/** npm run check: what must be true before a change is shared. `--without test` leaves a step out. */
import { runNode, runNpm } from './steps/run.mjs';
import { checkNode } from './steps/node-version.mjs';
import { prepare } from './steps/prepare.mjs';

const STEPS = [
  ['types', () => runNpm(['run', '-s', 'types'])],
  ['lint', () => runNpm(['run', '-s', 'lint'])],
  ['format', () => runNpm(['run', '-s', 'format'])],
  ['test', () => runNode('scripts/test.mjs', [])],
];

checkNode();
await prepare({ development: true });
const left = process.argv.includes('--without') ? process.argv.at(-1) : null;
const results = [];
for (const [name, step] of STEPS.filter(([name]) => name !== left)) {
  console.log(`\n== ${name}`);
  results.push({ name, code: await step() });
}
console.log('');
for (const { name, code } of results) console.log(`${code === 0 ? 'ok    ' : 'failed'} ${name}`);
process.exitCode = results.some(({ code }) => code !== 0) ? 1 : 0;
