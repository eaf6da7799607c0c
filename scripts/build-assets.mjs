// Compiles assets/ to dist/assets: every file under a name that carries its content's hash, so that a browser may keep it for
// ever, and manifest.json to find it by its plain name. Skips everything when nothing it reads has changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const source = join(root, 'assets');
const target = join(root, 'dist', 'assets');

const figtree = dirname(require.resolve('@fontsource-variable/figtree/package.json'));
const govuk = dirname(require.resolve('govuk-frontend/package.json'));
const FONTS = {
  'figtree-latin.woff2': join(figtree, 'files', 'figtree-latin-wght-normal.woff2'),
  'figtree-latin-ext.woff2': join(figtree, 'files', 'figtree-latin-ext-wght-normal.woff2'),
};

/** Builds when needed; answers the manifest, plain name to hashed name. */
export async function buildAssets() {
  const stamp = stampOfSources();
  const stampFile = join(target, '.stamp');
  const manifestFile = join(target, 'manifest.json');
  if (existsSync(manifestFile) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) {
    return JSON.parse(readFileSync(manifestFile, 'utf8'));
  }
  mkdirSync(target, { recursive: true });
  const before = existsSync(manifestFile) ? JSON.parse(readFileSync(manifestFile, 'utf8')) : {};
  const manifest = {};
  const put = (name, content) => {
    manifest[name] = hashed(name, content);
    writeFileSync(join(target, manifest[name]), content);
  };
  for (const [name, path] of Object.entries(FONTS)) put(name, readFileSync(path));
  for (const name of ['icons.svg', 'favicon.svg']) put(name, readFileSync(join(source, name)));
  for (const name of readdirSync(join(source, 'js')))
    put(name, withoutComments(readFileSync(join(source, 'js', name), 'utf8')));
  put('cxu.css', withHashedFonts(await compileStyles(), manifest));
  put('licences.txt', licences());
  writeFileSync(manifestFile, JSON.stringify(manifest, null, 2) + '\n');
  writeFileSync(stampFile, stamp);
  removeOthers([...Object.values(manifest), ...Object.values(before), 'manifest.json', '.stamp']);
  return manifest;
}

/** The files of the build before stay: a process that is still running asks for them by their old names. */
function removeOthers(kept) {
  for (const name of readdirSync(target)) if (!kept.includes(name)) rmSync(join(target, name), { force: true });
}

async function compileStyles() {
  const sass = await import('sass');
  const { css } = await sass.compileAsync(join(source, 'scss', 'cxu.scss'), {
    style: 'compressed',
    loadPaths: [dirname(govuk)],
    quietDeps: true,
  });
  return css;
}

function withHashedFonts(css, manifest) {
  return Object.keys(FONTS).reduce((text, name) => text.replaceAll(name, manifest[name]), css);
}

/** Comment lines and indentation go; compression does the rest better than renaming would. */
function withoutComments(script) {
  const lines = script.split('\n').map((line) => line.trim());
  return lines.filter((line) => line && !/^(\/\/|\/\*\*|\*)/.test(line)).join('\n');
}

function licences() {
  // govuk-frontend's package carries no licence file, so its text is kept here.
  const parts = [
    ['govuk-frontend (MIT)', readFileSync(join(source, 'licences', 'govuk-frontend.txt'), 'utf8')],
    ['Figtree (SIL Open Font Licence 1.1)', readFileSync(join(figtree, 'LICENSE'), 'utf8')],
  ];
  return parts.map(([title, text]) => `${title}\n${'='.repeat(title.length)}\n\n${text.trim()}\n`).join('\n\n');
}

function hashed(name, content) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const extension = extname(name);
  return `${name.slice(0, -extension.length)}.${hash}${extension}`;
}

/** One hash over our sources, this script and the versions of the two packages: equal means nothing to do. */
function stampOfSources() {
  const hash = createHash('sha256');
  for (const path of [...filesBelow(source), fileURLToPath(import.meta.url)])
    hash.update(path).update(readFileSync(path));
  for (const path of [figtree, govuk]) hash.update(readFileSync(join(path, 'package.json')));
  return hash.digest('hex');
}

function filesBelow(folder) {
  const names = readdirSync(folder).sort();
  return names.flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildAssets();
