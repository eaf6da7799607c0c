import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root } from '../../src/platform/root.js';
import { Views } from '../../src/platform/web/views.js';

const VIEWS = join(root, 'views');
const templates = readdirSync(VIEWS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.hbs'));
const nameOf = (file: string) => file.replace(/\.hbs$/, '');
const source = (file: string) => readFileSync(join(VIEWS, file), 'utf8');
const code = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
  .map((name) => readFileSync(join(root, 'src', name), 'utf8'))
  .join('\n');

describe('templates', () => {
  it('all compile in strict mode', () => {
    const views = new Views();
    while (views.compileAnother()) continue;
    expect(views.names.length).toBeGreaterThan(20);
  });

  it('are each named by a controller', () => {
    const pages = templates.filter((file) => !/^(partials|layouts|errors)\//.test(file));
    expect(pages.filter((file) => !code.includes(`'${nameOf(file)}'`))).toEqual([]);
  });

  it('use every partial, and no partial that is not there', () => {
    const partials = templates.filter((file) => file.startsWith('partials/')).map((file) => nameOf(file).slice('partials/'.length));
    const used = new Set(templates.flatMap((file) => [...source(file).matchAll(/\{\{#?>\s*([\w/-]+)/g)].map((match) => match[1]!)));
    // Sections of a dashboard are named where they are made.
    for (const [, name] of code.matchAll(/\bpartial: '([\w/-]+)'/g)) used.add(name!);
    expect([...used].filter((name) => !partials.includes(name) && name !== '@partial-block')).toEqual([]);
    expect(partials.filter((name) => !used.has(name))).toEqual([]);
  });

  it('carry a token in every form that posts', () => {
    const forms = templates.flatMap((file) =>
      [...source(file).matchAll(/<form[^>]*method="post"[\s\S]*?<\/form>/gi)].map((match) => ({ file, form: match[0] })),
    );
    expect(forms.length).toBeGreaterThan(5);
    expect(forms.filter(({ form }) => !form.includes('{{> csrf')).map(({ file }) => file)).toEqual([]);
  });

  it('hold no inline style, script or handler; a letter carries its few styles with it', () => {
    const inline = /\sstyle=|<style|<script(?![^>]*\ssrc=)|\son[a-z]+=/i;
    const pages = templates.filter((file) => !file.startsWith('mail/'));
    expect(pages.filter((file) => inline.test(source(file).replace(/\{\{[^}]*\}\}/g, '')))).toEqual([]);
  });
});
