/**
 * Forms and addresses that no page of the product makes: things of another area slipped into them, tokens left out, methods
 * exchanged, machines at people's doors. Each is answered as if the thing did not exist, and changes nothing.
 */
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeclaredRoute } from '../../src/platform/web/declared-routes.js';
import type { Answer, Browserless, Fields } from '../support/browserless.js';
import { essence, fill, marksIn, together } from './asking.js';
import { BEYOND_REACH } from './beyond-reach.js';
import type { Thing } from './thing.js';
import { aWorld, expectedOf, fingerprints, formOf, nameOf, type World } from './world.js';

let world: World;
beforeAll(async () => void (world = await aWorld()), 400_000);
afterAll(() => world.stop());

const as = (name: string): Browserless => world.browsers.get(name)!;
const here = (route: DeclaredRoute) => world.things[expectedOf(route)?.thing ?? 'unit'].here;
const routes = (method: string) => world.routes.filter((route) => route.method === method && route.scope === null);

/** A form that comes back shows its page again, and looking at people is written down. */
const WHO_LOOKED = 'audit_entry';

/** The identity provider signs what it sends instead of carrying a token of ours. */
const WITHOUT_TOKEN = ['POST /sign-in/company/logout'];

/** What stands in the tables before and after. */
async function changing<T>(work: () => Promise<T>): Promise<{ result: T; changed: string[] }> {
  const before = await fingerprints(world.app);
  const result = await work();
  const after = await fingerprints(world.app);
  const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
  return { result, changed: changed.filter((table) => table !== WHO_LOOKED) };
}

/** Words of elsewhere beside words that nobody has: a field with the one must read like a field with the other. */
const PAIRS = {
  unit: ['909090', '987654'],
  area: ['AZQXWOLD', 'A999'],
  region: ['RZQXWOLD', 'R999'],
  person: ['zqxwold1', 'nobody9'],
  name: ['Tamarisk', 'Nobodyhere'],
} as const;
type Kind = keyof typeof PAIRS;

const thingOf = (kind: Kind): Thing => ({
  here: {},
  elsewhere: { word: PAIRS[kind][0] },
  nobodys: { word: PAIRS[kind][1] },
});

const CHOICE = { course: 'put-it-right-first-time', reason: 'Because', dueOn: '2027-02-24' };
const NEW_DATE = { dueOn: '2027-03-26' };

describe('a form with something of another area in it', () => {
  it.each<[who: string, path: string, kind: Kind, field: string, fields: Fields]>([
    ['areaManager', '/assignments', 'unit', 'unit', CHOICE],
    ['areaManager', '/assignments', 'unit', 'codes', CHOICE],
    ['areaManager', '/assignments', 'area', 'everyUnitOf', CHOICE],
    ['areaManager', '/assignments', 'region', 'everyAreaOf', CHOICE],
    ['areaManager', '/assignments', 'person', 'person', CHOICE],
    ['areaManager', '/assignments', 'person', 'references', CHOICE],
    ['postmaster', '/assignments', 'unit', 'unit', CHOICE],
    ['postmaster and colleague', '/assignments', 'unit', 'unit', CHOICE],
    ['regionalManager', '/assignments', 'area', 'everyUnitOf', CHOICE],
    ['areaManager', '/assignments/HERE/nudges', 'person', 'person', {}],
    ['areaManager', '/assignments/HERE/extensions', 'person', 'person', NEW_DATE],
  ])('%s posts to %s: a %s in %s', async (who, path, kind, field, fields) => {
    const address = path.replace('HERE', world.things.assignment.here.id!);
    const { result, changed } = await changing(async () => {
      const answers: Answer[] = [];
      for (const word of PAIRS[kind])
        answers.push(await as(who).post(address, { formToken: randomUUID(), ...fields, [field]: word }));
      return answers;
    });
    expect(changed).toEqual([]);
    const [slipped, unknown] = result.map((answer) => essence(answer, thingOf(kind)));
    expect(slipped).toBe(unknown);
    expect(result.map(({ status }) => status)).toEqual([422, 422]);
    expect(marksIn(result[0]!, `${address} ${PAIRS[kind][0]}`)).toEqual([]);
  });
});

describe('a list that is searched, filtered, sorted or turned for something of another area', () => {
  const LISTS: [path: string, kind: Kind][] = [
    ['/assignments?show=all&unit=WORD', 'unit'],
    ['/assignments/people.csv?show=all&unit=WORD', 'unit'],
    ['/assignments/new?find=WORD', 'name'],
    ['/assignments/new?find=WORD', 'person'],
    ['/assignments/new?person=WORD', 'person'],
    ['/assignments/new?area=WORD', 'area'],
    ['/assignments/new?everyUnitOf=WORD', 'area'],
    ['/assignments/new?everyAreaOf=WORD', 'region'],
    ['/assignments/preview?course=put-it-right-first-time&reason=Because&dueOn=2027-02-24&unit=WORD', 'unit'],
    ['/assignments/preview?course=put-it-right-first-time&reason=Because&dueOn=2027-02-24&person=WORD', 'person'],
    ['/feedback/responses?unit=WORD&page=2', 'unit'],
    ['/feedback/responses.csv?unit=WORD', 'unit'],
    ['/areas/A07?find=WORD&show=responses', 'name'],
    ['/areas/A07.csv?find=WORD', 'unit'],
    ['/people?find=WORD', 'name'],
    ['/people?find=WORD', 'person'],
    ['/people?show=everybody&place=unit:WORD', 'unit'],
    ['/people.csv?find=WORD', 'name'],
    ['/network?find=WORD', 'name'],
    ['/network?find=WORD', 'unit'],
    ['/campaigns/love-your-customers-week-2026/result?by=WORD', 'unit'],
    ['/impact/completion-and-scores?find=WORD', 'name'],
  ];

  it.each(['staff', 'postmaster', 'champion', 'areaManager', 'regionalManager', 'neighbour after cover'])(
    'reads for %s as for a word that nobody has',
    async (who) => {
      const found = await together(LISTS, async ([path, kind]) => {
        const address = (word: string) => path.replace('WORD', encodeURIComponent(word));
        const [elsewhere, nobodys] = [PAIRS[kind][0], PAIRS[kind][1]].map(address);
        const answers = [await as(who).get(elsewhere!), await as(who).get(nobodys!)];
        const [slipped, unknown] = answers.map((answer) => essence(answer, thingOf(kind)));
        const marks = marksIn(answers[0]!, elsewhere!);
        return slipped === unknown && marks.length === 0 ? [] : [`${elsewhere}: ${answers[0]!.status} ${marks.join()}`];
      });
      expect(found.flat()).toEqual([]);
    },
  );
});

describe('a form without its token', () => {
  it.each(['staff', 'areaManager', 'administrator'])('of %s changes nothing', async (who) => {
    const posts = routes('POST').filter((route) => !WITHOUT_TOKEN.includes(nameOf(route)));
    const { result, changed } = await changing(() =>
      together(posts, (route) =>
        as(who).send(
          'POST',
          fill(route.path, here(route)),
          new URLSearchParams(formOf(route) as Record<string, string>),
        ),
      ),
    );
    expect(changed).toEqual([]);
    const taken = result.flatMap(({ status }, at) => (status === 403 ? [] : [`${status} ${nameOf(posts[at]!)}`]));
    expect(taken).toEqual([]);
  });

  it('or with the token of somebody else, changes nothing either', async () => {
    const posts = routes('POST').filter((route) => !WITHOUT_TOKEN.includes(nameOf(route)));
    const { result, changed } = await changing(() =>
      together(posts, (route) => {
        const form = { ...formOf(route), _csrf: as('administrator').csrf } as Record<string, string>;
        return as('areaManager').send('POST', fill(route.path, here(route)), new URLSearchParams(form));
      }),
    );
    expect(changed).toEqual([]);
    const kept = ({ status, location }: Answer) => status === 403 || (location ?? '').startsWith('/held/');
    expect(result.flatMap((answer, at) => (kept(answer) ? [] : [`${answer.status} ${nameOf(posts[at]!)}`]))).toEqual(
      [],
    );
  });
});

describe('another method than the declared one', () => {
  it('finds nothing, and breaks nothing', async () => {
    const declared = new Set(world.routes.map(nameOf));
    const asked = ['POST', 'PUT', 'PATCH', 'DELETE', 'GET'].flatMap((method) =>
      [...routes('GET'), ...routes('POST')]
        .filter(({ path }) => !declared.has(`${method} ${path}`))
        .map((route) => ({ method, route })),
    );
    const { result, changed } = await changing(() =>
      together(asked, ({ method, route }) => {
        const body = method === 'GET' ? undefined : new URLSearchParams({ _csrf: as('areaManager').csrf });
        return as('areaManager').send(method, fill(route.path, here(route)), body);
      }),
    );
    expect(changed).toEqual([]);
    // A word may stand where another route has a part: `GET /assignments/:id` takes `GET /assignments/extensions`.
    const odd = result.flatMap(({ status }, at) =>
      [401, 403, 404].includes(status) ? [] : [`${status} ${asked[at]!.method} ${asked[at]!.route.path}`],
    );
    expect(odd).toEqual([]);
  });
});

describe('JSON where a form belongs', () => {
  it('is answered as the form would be, and out of reach changes nothing', async () => {
    const posts = routes('POST').filter((route) => {
      const thing = expectedOf(route)?.thing;
      return thing !== null && thing !== undefined && world.things[thing].elsewhere !== null;
    });
    const send = (route: DeclaredRoute, about: 'elsewhere' | 'nobodys') => {
      const path = fill(route.path, world.things[expectedOf(route)!.thing!][about]!);
      const body = JSON.stringify({ ...formOf(route), _csrf: as('guest').csrf });
      as('guest').cookies.delete('cxu-flash');
      return as('guest').send('POST', path, body, { 'content-type': 'application/json' });
    };
    const { result, changed } = await changing(() =>
      together(posts, async (route) => {
        const thing = world.things[expectedOf(route)!.thing!];
        const [slipped, unknown] = [await send(route, 'elsewhere'), await send(route, 'nobodys')];
        return essence(slipped, thing) === essence(unknown, thing) ? [] : [`${slipped.status} ${nameOf(route)}`];
      }),
    );
    expect(changed).toEqual([]);
    expect(result.flat()).toEqual([]);
  });
});

describe('a machine', () => {
  let tokens: Record<string, string>;
  const machines = () => world.routes.filter((route) => route.scope !== null);
  const bearer = (token: string) => ({ authorization: `Bearer ${token}`, 'content-type': 'application/json' });
  const address = (path: string, code: string) => fill(path, { code }) + '?from=2027-01-04&to=2027-01-31';

  beforeAll(async () => {
    const scopes = [...new Set(machines().map(({ scope }) => scope!))];
    tokens = Object.fromEntries(
      await Promise.all(scopes.map(async (scope) => [scope, await anAccount(scope)] as const)),
    );
  });

  async function anAccount(scope: string): Promise<string> {
    const token = `cxu_${createHash('sha256').update(scope).digest('base64url')}`;
    await world.app.db.query(
      `insert into service_account (form_token, name, scopes, token_hash, token_prefix, made_by, made_at)
       select gen_random_uuid()::text, $1, array[$1], $2, left($3, 12), min(id), now() from person`,
      [scope, createHash('sha256').update(token).digest('hex'), token],
    );
    return token;
  }

  it('is let in with its scope alone, and learns that a unit is there from nothing else', async () => {
    for (const { method, path, scope } of machines()) {
      for (const [held, token] of Object.entries(tokens)) {
        for (const [code, known] of [
          ['021047', true],
          ['987654', false],
        ] as const) {
          const body = method === 'POST' ? '{"source":"Customer survey","responses":[]}' : undefined;
          const answer = await world.app.visitor().send(method, address(path, code), body, bearer(token));
          const named = path.includes(':code') ? (known ? 200 : 404) : answer.status;
          expect([path, held, code, answer.status]).toEqual([path, held, code, held === scope ? named : 403]);
          expect(answer.status).toBeLessThan(500);
        }
      }
    }
  });

  it('opens no page', async () => {
    const visitor = world.app.visitor();
    const pages = routes('GET').filter(({ isPublic }) => !isPublic);
    const answers = await together(pages, (route) =>
      visitor.send('GET', fill(route.path, here(route)), undefined, bearer(Object.values(tokens)[0]!)),
    );
    expect(answers.filter(({ location }) => !location?.startsWith('/sign-in')).map(({ status }) => status)).toEqual([]);
  });

  it('is nobody who signed in to a page', async () => {
    for (const { method, path } of machines()) {
      const answer = await as('administrator').send(method, address(path, '021047'));
      expect(answer.status).toBe(401);
    }
  });
});

describe('what is seen beyond reach', () => {
  it.each(BEYOND_REACH.map((one) => [one.route, one] as const))(
    '%s: by the whole of it, nothing more',
    async (_, one) => {
      const { reference } = world.things.person.elsewhere!;
      const found = await as(one.who).get(one.path(reference!));
      expect(found.words).toContain('Zqxwold');
      expect(found.text).not.toMatch(/@example\.org/);
      for (const path of one.less(reference!)) {
        const answer = await as(one.who).get(path);
        expect(answer.words).toContain('Nobody found');
        expect(marksIn(answer, path)).toEqual([]);
      }
      expect((await as('staff').get(one.path(reference!))).status).toBe(403);
    },
  );
});
