import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root } from '../src/platform/root.js';

/** In the order in which they depend on each other: a module imports those above it only. */
const ORDER = [
  'platform',
  'statistics',
  'network',
  'sign-in',
  'notifications',
  'feedback',
  'assessment',
  'courses',
  'learning',
  'assignments',
  'campaigns',
  'impact',
  'dashboards',
  'privacy',
  'home',
  'generate',
  'demo',
];

/** What starts processes may use everything. */
const ENTRANCES = ['main.ts', 'worker.ts', 'cli.ts', 'fill.ts', 'application.ts', 'app.module.ts', 'cli'];

/** What a file may be to be imported from another module. A name without a role is a pure file. */
const PUBLIC_ROLES = ['module', 'service', 'queries', 'events', 'policy', 'entity'];

const SRC = join(root, 'src');

interface Import {
  from: string;
  to: string;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const sources = files.filter((name) => !name.endsWith('.spec.ts'));
const text = (name: string) => readFileSync(join(SRC, name), 'utf8');
const moduleOf = (name: string) => name.split('/')[0]!;
const roleOf = (name: string) => name.split('/').at(-1)!.replace(/\.ts$/, '').split('.')[1] ?? null;

const imports: Import[] = sources.flatMap((from) =>
  [...text(from).matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map((match) => ({
    from,
    to: relative(SRC, resolve(SRC, dirname(from), match[1]!)).replace(/\.js$/, '.ts'),
  })),
);
const across = imports.filter(({ from, to }) => moduleOf(from) !== moduleOf(to) && !ENTRANCES.includes(moduleOf(from)));

describe('the house', () => {
  it('has no module that the order does not know', () => {
    const modules = [...new Set(sources.map(moduleOf))].filter((name) => !ENTRANCES.includes(name));
    expect(modules.filter((name) => !ORDER.includes(name))).toEqual([]);
    expect(ORDER.filter((name) => !modules.includes(name))).toEqual([]);
  });

  it('calls down: a module imports only those above it', () => {
    const upward = across.filter(({ from, to }) => ORDER.indexOf(moduleOf(to)) > ORDER.indexOf(moduleOf(from)));
    expect(upward).toEqual([]);
  });

  it('enters its modules in the same order', () => {
    const app = text('app.module.ts');
    const list = /const MODULES = \[([^\]]*)\]/.exec(app)![1]!;
    const folderOf = (name: string) => new RegExp(`import { ${name} } from '\\./([^/]+)/`).exec(app)?.[1] ?? name;
    const folders = [...list.matchAll(/\w+Module/g)].map(([name]) => folderOf(name));
    // The pages of people and places are a module of their own within network.
    const entered = folders.filter((folder, at) => folder !== folders[at - 1]);
    expect(entered).toEqual(ORDER.filter((name) => entered.includes(name)));
    expect(entered.length).toBe(ORDER.length - 2);
  });

  it('opens to other modules only what is meant for them', () => {
    const inner = across.filter(({ to }) => {
      const role = roleOf(to);
      return moduleOf(to) !== 'platform' && role !== null && !PUBLIC_ROLES.includes(role);
    });
    expect(inner).toEqual([]);
  });

  it('has no import cycle between files', () => {
    expect(cycles(imports.filter(({ from, to }) => !isTypeOnly(from, to)))).toEqual([]);
  });

  it('keeps frameworks, clocks and input out of the pure files', () => {
    const forbidden =
      /from '(@nestjs|typeorm|pg|express|node:fs|node:child_process|node:net)|new Date\(\)|Date\.now\(|process\.env/;
    const pure = sources.filter(
      (name) =>
        roleOf(name) === null && !['platform', ...ENTRANCES].includes(moduleOf(name)) && !name.endsWith('paths.ts'),
    );
    expect(pure.length).toBeGreaterThan(50);
    expect(pure.filter((name) => forbidden.test(text(name)))).toEqual([]);
  });

  it('writes SQL in queries files only', () => {
    const sql = /\b(select\s+[\w.*"(]+[\s\S]{0,200}?\bfrom\s+\w|insert into \w|update \w+ set|delete from \w)/i;
    const withSql = sources.filter((name) => roleOf(name) !== 'queries' && sql.test(strings(text(name))));
    expect(withSql.filter((name) => !SQL_ELSEWHERE.includes(name))).toEqual([]);
  });

  it('reads the environment in one place', () => {
    const readers = sources.filter((name) => /process\.env\b/.test(text(name)));
    expect(readers.filter((name) => !ENVIRONMENT_READERS.includes(name))).toEqual([]);
  });

  it('has no barrel and no forward reference', () => {
    expect(sources.filter((name) => /(^|\/)index\.ts$/.test(name))).toEqual([]);
    expect(sources.filter((name) => /forwardRef\(/.test(text(name)))).toEqual([]);
  });

  it('lists the listeners that run inside another module’s transaction', () => {
    const within = sources.filter((name) => /@Within\(/.test(text(name)) && name !== 'platform/events/listeners.ts');
    expect(within.sort()).toEqual(WITHIN);
  });

  it('prints no markup that was not made safe', () => {
    const views = readdirSync(join(root, 'views'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.hbs'),
    );
    expect(views.filter((name) => readFileSync(join(root, 'views', name), 'utf8').includes('{{{'))).toEqual([]);
    const makers = sources.filter((name) => /new Html\(/.test(text(name)));
    expect(makers.filter((name) => !name.startsWith('platform/'))).toEqual([]);
  });
});

/** The migration runner's own ledger, and the three rows that a transaction itself writes (event, job, audit entry). */
const SQL_ELSEWHERE = ['platform/database/migrate.ts', 'platform/database/open-tx.ts'];

/** The processes hand their environment to readConfig or to a child. */
const ENVIRONMENT_READERS = [
  'main.ts',
  'worker.ts',
  'cli.ts',
  'platform/worker-process.ts',
  'platform/database/embedded/run.ts',
];

const WITHIN = [
  'assignments/assignments.listener.ts',
  'feedback/rollups/moving-answers.listener.ts',
  'learning/completions/learning.listener.ts',
];

/** The text inside quotes and backquotes: where SQL would stand. */
function strings(source: string): string {
  return [...source.matchAll(/`[^`]*`|'[^'\n]*'/g)].map((match) => match[0]).join('\n');
}

function isTypeOnly(from: string, to: string): boolean {
  const target = to.split('/').at(-1)!.replace(/\.ts$/, '.js').replaceAll('.', '\\.');
  return new RegExp(`import type [^;]*${target}'`).test(text(from));
}

function cycles(edges: Import[]): string[] {
  const next = bySource(edges);
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (file: string, path: string[]) => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') return void found.push([...path.slice(path.indexOf(file)), file].join(' -> '));
    state.set(file, 'open');
    for (const { to } of next.get(file) ?? []) visit(to, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of next.keys()) visit(file, []);
  return found;
}

function bySource(edges: Import[]): Map<string, Import[]> {
  const groups = new Map<string, Import[]>();
  for (const edge of edges) groups.set(edge.from, [...(groups.get(edge.from) ?? []), edge]);
  return groups;
}
