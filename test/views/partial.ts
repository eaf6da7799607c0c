import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { root } from '../../src/platform/root.js';
import { t } from '../../src/platform/language/t.js';
import { VIEW_OPTIONS } from '../../src/platform/web/views.js';

const FOLDER = join(root, 'views/partials');

const handlebars = Handlebars.create();
handlebars.registerHelper('asset', (name: string) => `/assets/${name}`);
handlebars.registerHelper('icon', (name: string) => new Handlebars.SafeString(`<svg data-icon="${name}"></svg>`));
handlebars.registerHelper('t', (message: string, { hash }: { hash: Record<string, string> }) =>
  t(message, Object.keys(hash).length === 0 ? undefined : hash),
);
for (const file of readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.hbs'))) {
  const template = handlebars.compile(readFileSync(join(FOLDER, file), 'utf8'), VIEW_OPTIONS);
  handlebars.registerPartial(file.replace('.hbs', ''), template);
}

/** One partial on its own, compiled as the application compiles it, in a page with a token. */
export function renderPartial(name: string, params: object): string {
  return handlebars.compile(`{{> ${name} this}}`, VIEW_OPTIONS)({ csrf: 'token', ...params });
}
