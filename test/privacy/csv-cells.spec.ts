/** Whatever somebody is called or writes, no file that the product hands out makes a spreadsheet run it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { DeclaredRoutes } from '../../src/platform/web/declared-routes.js';
import { root } from '../../src/platform/root.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { aPrivacyWorld, assign, finish, signedIn } from './privacy-world.js';

const FORMULA = '=HYPERLINK("https://evil.example","Sam")';
let app: TestApp;
let assignment: string;

beforeAll(async () => {
  app = await startTestApp({ now: '2027-02-10T10:00:00Z' });
  await aPrivacyWorld(app);
  await app.db.query('update person set name = $1 where reference in ($2, $3)', [FORMULA, 'sam', 'lee']);
  await app.db.query(`update unit set name = '@SUM(A1)' where code = '000001'`);
  await app.db.query(`update area set name = '+1+1' where code = 'A1'`);
  await app.db.query(`update region set name = '-1-1' where code = 'R1'`);
  assignment = (await assign(app, 'dawn', ['000001'])).path.split('/').at(-1)!;
  await finish(app, 'sam');
});
afterAll(() => app.stop());

const KNOWN: Record<string, string> = { code: '000001', reference: 'sam' };

describe('every file', () => {
  it('keeps its cells from being run, whoever takes it and whatever stands in it', async () => {
    const paths = app.nest
      .get(DeclaredRoutes)
      .all()
      .filter(({ method, path }) => method === 'GET' && path.endsWith('.csv'))
      .flatMap(({ path }) => pathsOf(path))
      .concat([`/assignments/people.csv?assignment=${assignment}`, '/feedback/responses.csv?unit=000001']);
    expect(paths.length).toBeGreaterThan(15);
    const taken: string[] = [];
    for (const reference of ['ros', 'dawn']) {
      const browser = await signedIn(app, reference);
      for (const path of paths) {
        const { status, text, headers } = await browser.get(path);
        if (status !== 200 || !headers.get('content-type')?.startsWith('text/csv')) continue;
        const cells = (parse(text, { bom: true, relax_column_count: true }) as string[][]).flat();
        expect([path, cells.filter((cell) => /^[=+@\t\r]|^-(?!\d+(\.\d+)?$)/.test(cell))]).toEqual([path, []]);
        if (cells.some((cell) => cell.startsWith("'"))) taken.push(path);
      }
    }
    // Where a name or a place stands in the file, the apostrophe does too: the formulas did reach these files.
    expect(taken).toEqual(
      expect.arrayContaining(['/units/000001/team.csv', '/people.csv', '/admin/privacy/leavers.csv']),
    );
  });

  it('goes out through the one place that sees to it', () => {
    const src = join(root, 'src');
    const writers = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
      (name) =>
        name.endsWith('.ts') && !name.endsWith('.spec.ts') && /text\/csv/.test(readFileSync(join(src, name), 'utf8')),
    );
    expect(writers.filter((name) => !WRITERS.includes(name))).toEqual([]);
  });
});

/** Who may say that something is a CSV: the sender of tables, and forms that take one in. */
const WRITERS = ['platform/web/csv-sender.ts'];

function pathsOf(path: string): string[] {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => KNOWN[name] ?? '1');
  if (path.startsWith('/areas') || path.startsWith('/network/areas')) return [filled.replace('000001', 'A1')];
  return path.startsWith('/regions') ? [filled.replace('000001', 'R1')] : [filled];
}
