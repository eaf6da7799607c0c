import { createRequire } from 'node:module';
import { runNode } from './run.mjs';

/** Jest with Nest 12's needs: ES modules, and no notice about that being experimental. Resolves to the exit code. */
export async function runJest(args) {
  const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
  return runNode(jest, args, { flags: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'] });
}
