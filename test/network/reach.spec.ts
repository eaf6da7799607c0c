import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor, Role } from '../../src/platform/actor.js';
import { ActorLoader } from '../../src/network/actor-loader.service.js';
import { NetworkQueries } from '../../src/network/network.queries.js';
import { assignmentPermissions } from '../../src/assignments/assignments.policy.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { importPeople, importUnits } from './files.js';

let app: TestApp;
let network: NetworkQueries;

beforeAll(async () => {
  app = await startTestApp({ now: '2026-11-20T10:00:00Z' });
  network = app.nest.get(NetworkQueries);
  await importUnits(app, [
    'R1,North,A1,Moors,000001,Ashbridge,branch,england,2020-01-01,',
    'R1,North,A1,Moors,000002,Millbridge,branch,england,2020-01-01,',
    'R1,North,A2,Coast,000003,Seahaven,branch,england,2020-01-01,',
    'R2,South,A3,Downs,000004,Chalkford,branch,england,2020-01-01,',
  ]);
  await importPeople(app, [
    'sam,Sam Kaur,,000001,staff,2020-01-01,',
    'pia,Pia Post,,000001,postmaster,2020-01-01,',
    'dawn,Dawn Mercer,,A1,areaManager,2020-01-01,',
    'ross,Ross Vale,,R1,regionalManager,2020-01-01,',
    'nik,Nikhil Rao,,000004,analyst,2020-01-01,',
    'ann,Ann Left,,000001,staff,2020-01-01,2026-11-19',
    'mix,Mix Both,,000002,staff,2020-01-01,',
    'mix,Mix Both,,000003,champion,2020-01-01,',
  ]);
});
afterAll(() => app.stop());

async function actor(reference: string): Promise<Actor> {
  const person = await app.db.one<{ id: number }>('select id from person where reference = $1', [reference]);
  const found = await app.nest.get(ActorLoader).load(person!.id);
  if (!found) throw new Error(`${reference} has no posting today.`);
  return found;
}

const codes = (units: { code: string }[]) => units.map(({ code }) => code).sort();

describe('an actor', () => {
  it('is a person with the postings of today', async () => {
    expect(await actor('sam')).toMatchObject({ name: 'Sam Kaur', roles: ['staff'], language: 'en' });
    expect((await actor('dawn')).unitId).toBeNull();
    expect((await actor('dawn')).areaId).toBe((await actor('sam')).areaId);
  });

  it('is nobody from the day after the last posting', async () => {
    const ann = await app.db.one<{ id: number }>(`select id from person where reference = 'ann'`);
    expect(await app.nest.get(ActorLoader).load(ann!.id)).toBeNull();
    app.clock.set('2026-11-19T23:59:59Z');
    expect(await app.nest.get(ActorLoader).load(ann!.id)).toMatchObject({ name: 'Ann Left' });
    app.clock.set('2026-11-20T10:00:00Z');
  });

  it('is nobody when the id is unknown', async () => expect(await app.nest.get(ActorLoader).load(999_999)).toBeNull());
});

describe('what an actor reaches', () => {
  it.each<[string, string[]]>([
    ['sam', ['000001']],
    ['pia', ['000001']],
    ['dawn', ['000001', '000002']],
    ['ross', ['000001', '000002', '000003']],
    ['nik', ['000001', '000002', '000003', '000004']],
    ['mix', ['000002', '000003']],
  ])('%s: %o', async (reference, reached) => {
    const someone = await actor(reference);
    expect(codes(await network.unitsInReach(someone))).toEqual(reached);
    expect(codes(await network.unitsByCodes(someone, ['000001', '000002', '000003', '000004', '999999']))).toEqual(
      reached,
    );
  });

  it('a code outside reads like one that nobody has', async () => {
    const dawn = await actor('dawn');
    expect(await network.unitByCode(dawn, '000003')).toBeNull();
    expect(await network.unitByCode(dawn, '999999')).toBeNull();
    expect(await network.areaByCode(dawn, 'A2')).toBeNull();
    expect(await network.regionByCode(dawn, 'R1')).toBeNull();
    expect(await network.unitByCode(dawn, '000002')).toMatchObject({
      name: 'Millbridge',
      areaCode: 'A1',
      regionCode: 'R1',
    });
  });

  it('areas and regions go downwards only', async () => {
    const ross = await actor('ross');
    expect(codes(await network.areasInReach(ross))).toEqual(['A1', 'A2']);
    const north = await network.regionByCode(ross, 'R1');
    expect(codes(await network.areasOfRegion(ross, north!.id))).toEqual(['A1', 'A2']);
    expect(await network.areasInReach(await actor('pia'))).toEqual([]);
    expect(codes(await network.regionsInReach(await actor('nik')))).toEqual(['R1', 'R2']);
  });

  it('a unit in reach today was perhaps in another area last year', async () => {
    await importUnits(app, ['R2,South,A3,Downs,000002,Millbridge,branch,england,2026-11-20,']);
    const dawn = await actor('dawn');
    expect(await network.unitByCode(dawn, '000002')).toBeNull();
    expect(await network.unitByCode(dawn, '000002', '2026-11-19')).toMatchObject({ areaCode: 'A1' });
  });
});

describe('who sees colleagues’ progress', () => {
  const led = async (reference: string, roles?: readonly Role[]) =>
    (await network.unitIdsLed(await actor(reference), roles)).length;

  it('not the colleague at the counter', async () => expect(await led('sam')).toBe(0));
  it('the postmaster, in the own unit', async () => expect(await led('pia')).toBe(1));
  it('the area manager, in the area', async () => expect(await led('dawn')).toBe(1));
  it('a champion in the department, not where they only work', async () => expect(await led('mix')).toBe(1));
  it('a champion assigns nothing', async () => expect(await led('mix', assignmentPermissions.assign.roles)).toBe(0));
});

describe('people in post', () => {
  it('are counted once, without leavers and people on long leave', async () => {
    const units = await network.unitsByCodes(await actor('nik'), ['000001']);
    const ids = units.map(({ id }) => id);
    expect((await network.peopleInPost(ids)).map(({ name }) => name)).toEqual(['Pia Post', 'Sam Kaur']);
    await app.db.query(
      `insert into leave (person_id, valid) select id, '[2026-11-01,2026-12-01)' from person where reference = 'sam'`,
    );
    expect((await network.peopleInPost(ids)).map(({ name }) => name)).toEqual(['Pia Post']);
  });
});
