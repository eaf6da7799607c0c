import { beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../../src/platform/root.js';

const folder = join(root, 'dist/assets');
let manifest: Record<string, string> = {};
const read = (name: string) => readFileSync(join(folder, manifest[name] ?? name), 'utf8');
const weight = (name: string) => gzipSync(readFileSync(join(folder, manifest[name] ?? name)), { level: 9 }).length / 1024;

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'scripts/build-assets.mjs')]);
  manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, string>;
});

describe('the built assets', () => {
  it('carry their content in their names, so that a browser may keep them for ever', () => {
    for (const [name, hashed] of Object.entries(manifest)) {
      const [stem = '', extension = ''] = name.split(/\.(?=\w+$)/);
      expect(hashed).toMatch(new RegExp(`^${stem}\\.[0-9a-f]{10}\\.${extension}$`));
    }
  });

  it('are not built again when nothing changed', () => {
    const before = readdirSync(folder).map((name) => statSync(join(folder, name)).mtimeMs);
    execFileSync(process.execPath, [join(root, 'scripts/build-assets.mjs')]);
    expect(readdirSync(folder).map((name) => statSync(join(folder, name)).mtimeMs)).toEqual(before);
  });

  it('leave room for a page within 120 KB: style, script, icons and font together under 50 KB', () => {
    const total = ['cxu.css', 'cxu.js', 'icons.svg', 'favicon.svg', 'figtree-latin.woff2'].map(weight);
    expect(total.reduce((sum, size) => sum + size, 0)).toBeLessThan(50);
  });

  it('fetch nothing from elsewhere and nothing that belongs to the government', () => {
    const urls = [...read('cxu.css').matchAll(/url\("?([^")]+)/g)].map(([, url]) => url);
    expect(urls.sort()).toEqual([manifest['figtree-latin-ext.woff2'], manifest['figtree-latin.woff2']].sort());
    expect(read('cxu.css')).not.toMatch(/GDS Transport|crown|govuk-header|govuk-footer/i);
  });

  it('hand on the licences of what they are made of', () => {
    expect(read('licences.txt')).toMatch(/govuk-frontend \(MIT\)[\s\S]*Permission is hereby granted[\s\S]*SIL OPEN FONT LICENSE/i);
  });

  it('hold every icon that a view asks for by name', () => {
    const icons = [...read('icons.svg').matchAll(/<symbol id="([\w-]+)"/g)].map(([, id]) => id);
    const views = readdirSync(join(root, 'views'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.hbs'));
    const asked = views.flatMap((view) => {
      const markup = readFileSync(join(root, 'views', view), 'utf8');
      return [...markup.matchAll(/\{\{icon '([\w-]+)'/g)].map(([, id]) => id);
    });
    expect(icons).toEqual(expect.arrayContaining([...new Set(asked)]));
  });
});
