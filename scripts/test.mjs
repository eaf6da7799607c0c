/**
 * npm test: everything, from a fresh clone. With arguments, only what they select, as Jest takes them. The last line is
 * always `N passed, N failed, N skipped`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runJest } from './steps/jest.mjs';
import { prepare } from './steps/prepare.mjs';
import { saySkipped } from './steps/skipped.mjs';

await prepare({ development: true });
const folder = mkdtempSync(join(tmpdir(), 'cxu-result-'));
const file = join(folder, 'result.json');
process.exitCode = await runJest(['--ci', '--json', `--outputFile=${file}`, ...process.argv.slice(2)]);
report();
rmSync(folder, { recursive: true });

/** A file that could not even be loaded counts as one failure. */
function report() {
  const result = readResult();
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  console.log(['', ...saySkipped(result)].join('\n'));
  console.log(`${result.numPassedTests} passed, ${failed} failed, ${result.numPendingTests} skipped`);
}

function readResult() {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    process.exitCode ||= 1;
    return { numPassedTests: 0, numFailedTests: 1, numRuntimeErrorTestSuites: 0, numPendingTests: 0, testResults: [] };
  }
}
