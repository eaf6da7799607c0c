import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PAGES } from './journeys/pages.js';
import { startTestApp, type TestApp } from './support/app.js';
import { type Browserless, wordsOf } from './support/browserless.js';

/** A table of more rows than these is one that somebody takes away to work with. */
const A_FEW = 6;

/** Tables that are no lists of facts: they are filled in, looked over before something is done, or run while one looks. */
const FORMS = ['/studio/', '/assignments/preview', '/admin/imports', '/admin/jobs', '/feedback/sources'];

let app: TestApp;
const browsers = new Map<string, Browserless>();

beforeAll(async () => {
  app = await startTestApp({ demo: true });
});
afterAll(() => app.stop());

async function browserOf(reference: string): Promise<Browserless> {
  const known = browsers.get(reference);
  if (known) return known;
  const person = await app.db.one<{ id: number }>('select id from person where reference = $1', [reference]);
  const browser = await app.signInAs(person!.id);
  browsers.set(reference, browser);
  return browser;
}

/**
 * The first cell of each row of each long table of a page, in words. The numbers of a chart and figures that are folded away
 * stand beside what they explain, and are not meant.
 */
function rowsOf(html: string): string[] {
  const open = html.replace(/<details[\s\S]*?<\/details>/g, '');
  const tables = [...open.matchAll(/<table[\s\S]*?<\/table>/g)].map(([table]) =>
    [...table.matchAll(/<th[^>]*scope="row"[^>]*>([\s\S]*?)<\/th>/g)].map(([, cell]) => wordsOf(cell!)),
  );
  return tables.filter((rows) => rows.length > A_FEW).flat();
}

const downloadsOf = (html: string) =>
  [...html.matchAll(/href="([^"]+\.csv[^"]*)"/g)].map(([, path]) =>
    path!.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='),
  );

const pages = PAGES.filter(({ as, path }) => as !== null && !FORMS.some((form) => path.startsWith(form)));

describe('a page with a table', () => {
  it.each(pages.map(({ as, path }) => [path, as!] as const))('%s offers its rows as a file (%s)', async (path, as) => {
    const browser = await browserOf(as);
    const { text } = await browser.get(path);
    const rows = rowsOf(text);
    const files = await Promise.all(downloadsOf(text).map((file) => browser.get(file)));
    const types = files.map(({ status, headers }) => `${status} ${headers.get('content-type')}`);
    expect(types.filter((type) => type !== '200 text/csv; charset=utf-8')).toEqual([]);
    if (rows.length === 0) return;
    expect(files.length).toBeGreaterThan(0);
    const cells = new Set(files.flatMap(({ text: csv }) => parse(csv, { bom: true }).flat() as string[]));
    expect(rows.filter((row) => ![...cells].some((cell) => cell !== '' && row.includes(cell)))).toEqual([]);
  });
});
