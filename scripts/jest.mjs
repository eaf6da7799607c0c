/** Runs Jest with the arguments given: `node scripts/jest.mjs src/feedback`. */
import { runJest } from './steps/jest.mjs';

process.exitCode = await runJest(process.argv.slice(2));
