/** npm run audit: known weaknesses of the packages we ship. Says so when the registry cannot answer that question. */
import { spawnSync } from 'node:child_process';
import { ROOT } from './steps/root.mjs';

const npm = process.env.npm_execpath;
const [program, args] = npm ? [process.execPath, [npm]] : ['npm', []];
const asked = [...args, 'audit', '--omit=dev', '--json'];
const { stdout } = spawnSync(program, asked, {
  cwd: ROOT,
  encoding: 'utf8',
  shell: !npm && process.platform === 'win32',
});
const found = readCounts(stdout);

if (!found) {
  console.log('This registry has no audit endpoint, or does not answer: nothing was checked.');
} else {
  const { total, critical, high } = found;
  console.log(
    total === 0 ? 'No known weaknesses.' : `${total} known weaknesses, ${critical} critical and ${high} high.`,
  );
  if (total > 0) console.log('See `npm audit`.');
  process.exitCode = critical + high > 0 ? 1 : 0;
}

function readCounts(text) {
  try {
    return JSON.parse(text).metadata?.vulnerabilities ?? null;
  } catch {
    return null;
  }
}
