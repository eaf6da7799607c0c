/**
 * npm run bench -- NAME [--json FILE]: measures and prints; with a file also as JSON. Exit 1 when a target is missed. Every
 * ratio is against a reference measured in the same run, since machines differ and are noisy.
 */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './steps/root.mjs';
import { prepare } from './steps/prepare.mjs';

const names = readdirSync(join(ROOT, 'bench')).flatMap((file) => (file.endsWith('.mjs') ? [file.slice(0, -4)] : []));
const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } });
const [name] = positionals;
if (name === undefined || !existsSync(join(ROOT, 'bench', `${name}.mjs`))) {
  console.error(`Name a bench: npm run bench -- NAME [--json FILE]. There are: ${names.join(', ')}.`);
  process.exit(1);
}

await prepare({ quiet: true });
const { run } = await import(`../bench/${name}.mjs`);
const { print } = await import('../bench/support/report.mjs');
const report = { name, ...(await run()) };
print(report);
if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
process.exit(report.targets.every((target) => target.pass) ? 0 : 1);
