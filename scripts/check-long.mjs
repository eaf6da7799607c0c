/**
 * npm run check:long: what takes more than a minute and is not in CI: chaos and simulations, the files `*.long.ts`. With
 * arguments, only what they select, as Jest takes them.
 */
import { runJest } from './steps/jest.mjs';
import { prepare } from './steps/prepare.mjs';

await prepare({ development: true });
process.exitCode = await runJest(['--testMatch', '**/*.long.ts', '--runInBand', ...process.argv.slice(2)]);
