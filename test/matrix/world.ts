import { randomUUID } from 'node:crypto';
import { type DeclaredRoute, DeclaredRoutes } from '../../src/platform/web/declared-routes.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Browserless, Fields } from '../support/browserless.js';
import { hire, type Member, theCast } from './cast.js';
import { type Elsewhere, fill as fillElsewhere, mark } from './elsewhere.js';
import { EXPECTED, type Expected } from './expected.js';
import { FORMS } from './forms.js';
import type { Thing, ThingName } from './thing.js';
import { theThings } from './things.js';

export interface World {
  app: TestApp;
  elsewhere: Elsewhere;
  cast: Member[];
  browsers: Map<string, Browserless>;
  things: Record<ThingName, Thing>;
  routes: DeclaredRoute[];
  stop(): Promise<void>;
}

/** The demo network with a marked region, a cast at Ashbridge, and every browser with a page open. */
export async function aWorld(): Promise<World> {
  const app = await startTestApp({ demo: true });
  const today = app.clock.today();
  const elsewhere = await mark(app);
  const cast = theCast(today, elsewhere);
  const ids = await hire(app, cast, today);
  await fillElsewhere(app, elsewhere);
  const things = await theThings(app, elsewhere, ids);
  const browsers = new Map<string, Browserless>([[NOBODY, app.visitor()]]);
  for (const { name } of cast) browsers.set(name, await app.signInAs(ids.get(name)!));
  for (const browser of browsers.values()) await browser.get('/accessibility');
  const routes = app.nest.get(DeclaredRoutes).all();
  return { app, elsewhere, cast, browsers, things, routes, stop: () => app.stop() };
}

/** A browser in which nobody is signed in. */
export const NOBODY = 'nobody';

export const nameOf = ({ method, path }: DeclaredRoute) => `${method} ${path}`;

export function expectedOf(route: DeclaredRoute): Expected | undefined {
  return EXPECTED.find(({ routes }) => routes.includes(nameOf(route)));
}

/** Whether the route's declaration lets somebody of the cast in, whatever it is about. */
export function mayUse(route: DeclaredRoute, name: string, cast: readonly Member[]): boolean {
  if (route.isPublic) return true;
  if (route.permission === null || name === NOBODY || name === 'leaver') return false;
  const posts = cast.find((member) => member.name === name)?.posts.map(({ role }) => role) ?? [];
  return route.permission.roles.some((role) => posts.includes(role));
}

/** A form as its page would send it; a token of its own each time. */
export function formOf(route: DeclaredRoute): Fields {
  const form = FORMS[nameOf(route)] ?? {};
  const fields = Object.entries(form).map(([name, value]) => [name, value === 'TOKEN' ? randomUUID() : value]);
  return Object.fromEntries(fields) as Fields;
}

/**
 * Which transactions wrote what stands in each table, as a number: equal numbers, and no row came, went or was written again,
 * not even as it was. Without what a request of anybody leaves behind.
 */
export async function fingerprints(app: TestApp): Promise<Record<string, string>> {
  const tables = await app.db.query<{ name: string }>(
    `select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and relkind = 'r' and relname <> all ($1) order by 1`,
    [LEFT_BEHIND],
  );
  const one = tables.map(
    ({ name }) =>
      `select '${name}' as name, (select coalesce(sum(hashint8extended(xmin::text::bigint, 0)), 0)::text from ${name}) as sum`,
  );
  const settings = `select 'setting ' || key, hashtextextended(value::text, 0)::text from setting where key not like 'demo.%'`;
  const sums = await app.db.query<{ name: string; sum: string }>([...one, settings].join(' union all '));
  return Object.fromEntries(sums.map(({ name, sum }) => [name, sum]));
}

/** Sessions, what was posted without a token, how often software asked; settings are compared one by one, without the demo's clock. */
const LEFT_BEHIND = ['session', 'held_post', 'service_account_use', 'worker', 'setting'];
