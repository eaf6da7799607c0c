/** Who asks: somebody of each role at Ashbridge or above it, and those whose rights are easily got wrong. */
import type { Role } from '../../src/platform/actor.js';
import { addDays, type IsoDate } from '../../src/platform/dates.js';
import type { TestApp } from '../support/app.js';
import type { Elsewhere } from './elsewhere.js';

/** A post: a role in a unit, over an area or over a region, by code; `until` is its last day. */
interface Post {
  role: Role;
  at: string;
  until?: IsoDate;
}

export interface Member {
  name: string;
  posts: Post[];
}

const HERE = '021047';
const AREA = 'A07';
const REGION = 'R1';
/** A branch of another area of the same region. */
const NEIGHBOUR_AREA = 'A08';

/** Roles that reach Ashbridge itself, and those that reach everything. */
export const IN_UNIT: Role[] = ['staff', 'postmaster', 'champion', 'departmentManager', 'guest'];

/** Everybody, the first post of each being the main one. */
export function theCast(today: IsoDate, elsewhere: Elsewhere): Member[] {
  const at = (role: Role, place: string): Member => ({ name: role, posts: [{ role, at: place }] });
  return [
    ...IN_UNIT.map((role) => at(role, HERE)),
    at('areaManager', AREA),
    at('regionalManager', REGION),
    ...(['author', 'analyst', 'administrator'] as const).map((role) => at(role, HERE)),
    { name: 'leaver', posts: [{ role: 'postmaster', at: HERE, until: addDays(today, -1) }] },
    // Leads Ashbridge and only works elsewhere: nothing that a leader may do is open there.
    {
      name: 'postmaster and colleague',
      posts: [
        { role: 'postmaster', at: HERE },
        { role: 'staff', at: elsewhere.unit },
      ],
    },
    // Looks after the neighbours, and after Ashbridge's area in place of its manager.
    { name: 'neighbour under cover', posts: [{ role: 'areaManager', at: NEIGHBOUR_AREA }] },
    { name: 'neighbour after cover', posts: [{ role: 'areaManager', at: NEIGHBOUR_AREA }] },
  ];
}

/** Writes them down, with their cover, and answers their ids by name. */
export async function hire(app: TestApp, cast: readonly Member[], today: IsoDate): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const { name, posts } of cast) {
    const person = await app.db.one<{ id: number }>(
      'insert into person (reference, name) values ($1, $2) returning id',
      [referenceOf(name), `Matrix ${name}`],
    );
    ids.set(name, person!.id);
    for (const [at, post] of posts.entries()) await give(app, person!.id, post, at === 0, today);
  }
  await cover(app, ids, 'neighbour under cover', addDays(today, 7), today);
  await cover(app, ids, 'neighbour after cover', addDays(today, -1), today);
  return ids;
}

export const referenceOf = (name: string) => `m-${name.toLowerCase().replaceAll(' ', '-')}`;

async function give(app: TestApp, personId: number, { role, at, until }: Post, main: boolean, today: IsoDate) {
  const gone = until === undefined ? null : addDays(until, 1);
  await app.db.query(
    `insert into posting (person_id, unit_id, area_id, region_id, role, main, valid)
     values ($1, (select id from unit where code = $2), (select id from area where code = $2),
             (select id from region where code = $2), $3, $4, daterange($5::date, $6::date))`,
    [personId, at, role, main, addDays(today, -400), gone],
  );
}

/** In place of the cast's area manager, over the area of Ashbridge. */
async function cover(app: TestApp, ids: Map<string, number>, deputy: string, lastOn: IsoDate, today: IsoDate) {
  await app.db.query(
    `insert into cover (form_token, for_person_id, deputy_id, role, area_id, starts_on, last_on)
     select gen_random_uuid()::text, $1, $2, 'areaManager', id, $3, $4 from area where code = $5`,
    [ids.get('areaManager'), ids.get(deputy), addDays(today, -30), lastOn, AREA],
  );
}
