/** npm run dev: the server, compiled again and started again whenever something it is made of changes. */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildAssets } from './build-assets.mjs';
import { prepare } from './steps/prepare.mjs';
import { ROOT } from './steps/root.mjs';

await prepare({ development: true });

const QUIET_MS = 300;
let server = null;
let pending = null;

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const compiler = spawn(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'], {
  cwd: ROOT,
  stdio: 'inherit',
});
for (const folder of ['dist', 'views', 'content', 'migrations']) watchFolder(folder, restartSoon);
watchFolder('assets', () => buildAssets().then(restartSoon, (error) => console.error(error.message)));
process.on('SIGINT', stop).on('SIGTERM', stop);
start();

function watchFolder(folder, changed) {
  watch(join(ROOT, folder), { recursive: true }, (_event, name) => {
    if (name && !/tsbuildinfo|\.map$|\.stamp$/.test(name)) changed();
  });
}

function restartSoon() {
  clearTimeout(pending);
  pending = setTimeout(restart, QUIET_MS);
}

/** The old one lets go of the port before the new one asks for it. */
function restart() {
  if (!server) return start();
  server.removeAllListeners('exit').once('exit', start).kill('SIGTERM');
  server = null;
}

function start() {
  server = spawn(process.execPath, ['--enable-source-maps', 'dist/main.js'], { cwd: ROOT, stdio: 'inherit' });
  server.once('exit', () => (server = null));
}

/** Control-C reaches the server by itself, since it shares our terminal. */
function stop(signal) {
  compiler.kill();
  if (!server) process.exit(0);
  server.removeAllListeners('exit').once('exit', () => process.exit(0));
  if (signal === 'SIGTERM') server.kill('SIGTERM');
}
