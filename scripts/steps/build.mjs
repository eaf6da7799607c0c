import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { ROOT } from './root.mjs';
import { runNode, StepFailed } from './run.mjs';

const SETTINGS = ['nest-cli.json', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];
const STAMP = join(ROOT, 'dist', '.stamp');

/** Compiles src/ and assets/ into dist/ when they say something else than at the last build. */
export async function buildWhenStale(say, { quiet = false } = {}) {
  const stamp = stampOf(sources());
  if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== stamp) {
    say('Building.');
    await compile(quiet);
    writeFileSync(STAMP, stamp);
  }
  const { buildAssets } = await import('../build-assets.mjs');
  await buildAssets();
}

/** What lost its source goes first: dist/ never holds what src/ no longer does. */
async function compile(quiet) {
  rmSync(STAMP, { force: true });
  for (const file of compiledWithoutSource()) rmSync(file);
  mkdirSync(dirname(STAMP), { recursive: true });
  const nest = createRequire(import.meta.url).resolve('@nestjs/cli/bin/nest.js');
  if ((await runNode(nest, ['build'], { quiet })) !== 0) throw new StepFailed('The build failed: see above.');
}

/** One hash over paths and contents: copying or touching a file changes nothing. */
function stampOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function sources() {
  const code = filesBelow(join(ROOT, 'src')).filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
  return [...code, ...SETTINGS.map((name) => join(ROOT, name))].sort();
}

function compiledWithoutSource() {
  const compiled = filesBelow(join(ROOT, 'dist')).filter((file) => /\.js(\.map)?$/.test(file) && !isAsset(file));
  return compiled.filter((file) => {
    const source = relative(join(ROOT, 'dist'), file).replace(/\.js(\.map)?$/, '.ts');
    return !existsSync(join(ROOT, 'src', source));
  });
}

function isAsset(file) {
  return file.startsWith(join(ROOT, 'dist', 'assets'));
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
