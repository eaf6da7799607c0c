import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';
import { runNpm, StepFailed } from './run.mjs';

/**
 * Installs the packages of package-lock.json unless they are there already. What is there is told by the list that
 * npm leaves in node_modules at the very end, so an installation that was cut short is done again.
 */
export async function installWhenMissing(say, { development = false, quiet = false } = {}) {
  if (!isMissing(packagesIn('package-lock.json'), packagesIn('node_modules/.package-lock.json'), development)) return;
  say('Installing packages: this can take a minute or two on a slow line.');
  const code = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], { quiet });
  if (code !== 0) throw new StepFailed('The packages could not be installed: npm says why above. Then start again.');
}

/** Whether a package that this machine should have is absent or of another version. */
export function isMissing(wanted, present, development) {
  return Object.entries(wanted).some(([path, { version, dev, optional, devOptional, link }]) => {
    const needed = path !== '' && !link && !optional && !devOptional && (development || !dev);
    return needed && present[path]?.version !== version;
  });
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(ROOT, file), 'utf8')).packages;
  } catch {
    return {};
  }
}
