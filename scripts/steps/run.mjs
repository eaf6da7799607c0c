import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from './root.mjs';

/** A step ended badly; `message` is for the person watching. */
export class StepFailed extends Error {}

/**
 * Runs a Node program to its end and resolves to its exit code. What it prints goes to standard error when ours is
 * spoken for (`quiet`), as it is for a command that answers with JSON.
 */
export async function runNode(file, args, { quiet = false, flags = [] } = {}) {
  const stdio = ['ignore', quiet ? 2 : 'inherit', 'inherit'];
  const child = spawn(process.execPath, [...flags, file, ...args], { cwd: ROOT, stdio });
  const [code] = await once(child, 'exit');
  return code ?? 1;
}

/** One of npm's own commands, with the npm that called us when there is one. Resolves to its exit code. */
export async function runNpm(args, { quiet = false } = {}) {
  const stdio = ['ignore', quiet ? 2 : 'inherit', 'inherit'];
  const [code] = await once(startNpm(args, stdio), 'exit');
  return code ?? 1;
}

/** The same beside others: resolves to the exit code and to what it would have printed. */
export async function askNpm(args) {
  const child = startNpm(args, ['ignore', 'pipe', 'pipe']);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  const [code] = await once(child, 'close');
  return { code: code ?? 1, output };
}

function startNpm(args, stdio) {
  const npm = process.env.npm_execpath;
  if (npm) return spawn(process.execPath, [npm, ...args], { cwd: ROOT, stdio });
  return spawn('npm', args, { cwd: ROOT, stdio, shell: process.platform === 'win32' });
}
