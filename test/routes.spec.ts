import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES } from '../src/platform/actor.js';
import { type DeclaredRoute, DeclaredRoutes } from '../src/platform/web/declared-routes.js';
import { ForeignPosts } from '../src/platform/web/foreign-posts.js';
import { startTestApp, type TestApp } from './support/app.js';

describe('routes', () => {
  let app: TestApp;
  let routes: DeclaredRoute[];

  beforeAll(async () => {
    app = await startTestApp();
    routes = app.nest.get(DeclaredRoutes).all();
  });
  afterAll(() => app.stop());

  it('each name who may use them: this table is read at every change', () => {
    const table = routes.map((route) => `${route.method.padEnd(4)} ${route.path.padEnd(56)} ${who(route)}`).sort();
    expect(table.join('\n')).toMatchSnapshot();
  });

  it('lead a stranger to the sign-in page, or nowhere', async () => {
    const visitor = app.visitor();
    for (const { path } of routes.filter((route) => route.method === 'GET' && route.permission !== null)) {
      const answer = await visitor.get(filled(path));
      expect([path, answer.status]).toEqual([path, 303]);
      expect(answer.location).toMatch(/^\/sign-in/);
    }
  });

  it('take no post without its token', async () => {
    const foreign = app.nest.get(ForeignPosts);
    for (const { path } of routes.filter((route) => route.method === 'POST' && route.scope === null)) {
      if (foreign.takes(path)) continue;
      const answer = await app.visitor().send('POST', filled(path), new URLSearchParams({ any: 'thing' }));
      expect([path, answer.status]).toEqual([path, 403]);
    }
  });

  it('that other software posts to take nothing without its proof', async () => {
    const foreign = routes.filter(({ path }) => app.nest.get(ForeignPosts).takes(path));
    expect(foreign.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /sign-in/company/logout']);
    for (const { path } of foreign) {
      const answer = await app.visitor().send('POST', path, new URLSearchParams({ any: 'thing' }));
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
  });

  it('take nothing of a machine without its token', async () => {
    for (const { method, path } of routes.filter((route) => route.scope !== null)) {
      const answer = await app.visitor().send(method, filled(path));
      expect([path, answer.status, answer.headers.get('www-authenticate')]).toEqual([
        path,
        401,
        'Bearer realm="CX University"',
      ]);
    }
  });

  it('exist once', () => {
    const names = routes.map((route) => `${route.method} ${route.path}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

function who({ isPublic, permission, scope }: DeclaredRoute): string {
  if (isPublic) return 'everybody';
  if (scope !== null) return `service accounts with ${scope}`;
  const roles = ROLES.filter((role) => permission?.roles.includes(role));
  return `${permission?.name}: ${roles.length === ROLES.length ? 'all who are signed in' : roles.join(', ')}`;
}

/** An address that fits the route, of something that does not exist. */
function filled(path: string): string {
  return path.replace(/:\w+/g, '1').replace(/\{[^}]*\}/g, '');
}
