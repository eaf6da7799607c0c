import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../src/platform/database/tx.js';
import { isViolation } from '../../src/platform/database/violation.js';
import { eventKind } from '../../src/platform/events/event.js';
import { After, Within } from '../../src/platform/events/listeners.js';
import { Relay } from '../../src/platform/jobs/relay.js';
import { underRequestId } from '../../src/platform/request-id.js';
import { startPlatform, type TestPlatform } from '../support/platform.js';

const teaMade = eventKind<{ cups: number }>('tea.made');
const unheard = eventKind<{ cups: number }>('tea.unheard');

@Injectable()
class TeaListener {
  readonly poured: object[] = [];

  @Within(teaMade)
  async count(tx: Tx, body: object): Promise<void> {
    const { cups } = body as { cups: number };
    if (cups > 100) throw new Error('The pot is too small.');
    await tx.query(`insert into setting (key, value) values ('tea.' || $1::int, '1')`, [cups]);
  }

  @After(teaMade)
  async pour(body: object): Promise<void> {
    this.poured.push(body);
  }

  @After(teaMade)
  async wash(): Promise<void> {}
}

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform([TeaListener]);
  await platform.db.query('create table tea (name text constraint tea_once unique)');
});
afterAll(() => platform.stop());

const names = async () =>
  (await platform.db.query<{ name: string }>('select name from tea order by 1')).map((r) => r.name);
const put = (tx: Tx, name: string) => tx.query('insert into tea values ($1)', [name]);
const rowsOf = (table: string) =>
  platform.db.one<{ n: number }>(`select count(*) as n from ${table}`).then((row) => row?.n);

describe('a write', () => {
  it('commits as a whole and returns what its work returns', async () => {
    expect(await platform.db.write(async (tx) => (await put(tx, 'assam'), await put(tx, 'keemun'), 2))).toBe(2);
    expect(await names()).toEqual(['assam', 'keemun']);
  });

  it('leaves nothing behind when its work throws, whichever way it wrote', async () => {
    const write = platform.db.write(async (tx) => {
      await put(tx, 'sencha');
      await tx.manager.query(`insert into tea values ('oolong')`);
      await tx.client.query(`insert into tea values ('matcha')`);
      throw new Error('spilt');
    });
    await expect(write).rejects.toThrow('spilt');
    expect(await names()).toEqual(['assam', 'keemun']);
  });

  it('says which constraint refused, and goes on working', async () => {
    const error = await platform.db.write((tx) => put(tx, 'assam')).catch((cause: unknown) => cause);
    expect([isViolation(error, 'tea_once'), isViolation(error, 'tea_twice')]).toEqual([true, false]);
    await platform.db.write((tx) => put(tx, 'dooars'));
    expect(await names()).toContain('dooars');
  });

  it('fails when a failed statement was swallowed: PostgreSQL would roll back without a word', async () => {
    const write = platform.db.write(async (tx) => {
      await put(tx, 'nilgiri');
      await put(tx, 'assam').catch(() => undefined);
    });
    await expect(write).rejects.toThrow('nothing can be committed');
    expect(await names()).not.toContain('nilgiri');
  });

  it('is not seen by others before it commits', async () => {
    await platform.db.write(async (tx) => {
      await put(tx, 'rooibos');
      expect(await names()).not.toContain('rooibos');
      expect(await tx.one('select name from tea where name = $1', ['rooibos'])).toEqual({ name: 'rooibos' });
    });
    expect(await names()).toContain('rooibos');
  });

  it('is undone when its connection dies, and the next one gets a fresh connection', async () => {
    const write = platform.db.write(async (tx) => {
      await put(tx, 'ceylon');
      const own = await tx.one<{ pid: number }>('select pg_backend_pid() as pid');
      await platform.db.query('select pg_terminate_backend($1)', [own?.pid]);
      await put(tx, 'ceylon 2');
    });
    await expect(write).rejects.toThrow();
    expect(await names()).not.toContain('ceylon');
    expect(await platform.db.write((tx) => tx.one('select 1 as one'))).toEqual({ one: 1 });
  });

  it('gives every connection back, failed or not', async () => {
    const writes = Array.from({ length: 60 }, (_, i) =>
      platform.db.write(async (tx) => (await tx.query('select 1'), i % 2 ? Promise.reject(new Error('odd')) : i)),
    );
    const settled = await Promise.allSettled(writes);
    expect(settled.filter((one) => one.status === 'fulfilled')).toHaveLength(30);
    expect(platform.db.pool.idleCount).toBe(platform.db.pool.totalCount);
  });
});

describe('an event', () => {
  it('is a row, runs its listeners within, and queues those after, in one commit', async () => {
    await platform.db.write((tx) => tx.record(teaMade({ cups: 3 }, 7)));
    const event = await platform.db.one<{ id: number }>('select id, body, actor_id from event where kind = $1', [
      'tea.made',
    ]);
    expect(event).toMatchObject({ body: { cups: 3 }, actor_id: 7 });
    expect(await platform.db.one(`select value from setting where key = 'tea.3'`)).toEqual({ value: 1 });
    const jobs = await platform.db.query('select kind, body from job where event_id = $1 order by kind', [event?.id]);
    expect(jobs).toEqual([
      { kind: 'TeaListener.pour', body: { cups: 3 } },
      { kind: 'TeaListener.wash', body: { cups: 3 } },
    ]);
    await platform.get(Relay).drain();
    expect(platform.get(TeaListener).poured).toEqual([{ cups: 3 }]);
  });

  it('whose transaction fails later never happened, nor did what its listeners wrote', async () => {
    const before = [await rowsOf('event'), await rowsOf('job'), await rowsOf('setting')];
    const write = platform.db.write(async (tx) => {
      await tx.record(teaMade({ cups: 4 }, null));
      throw new Error('spilt');
    });
    await expect(write).rejects.toThrow('spilt');
    expect([await rowsOf('event'), await rowsOf('job'), await rowsOf('setting')]).toEqual(before);
  });

  it('takes its cause down when a listener within refuses', async () => {
    const write = platform.db.write(async (tx) => (await put(tx, 'too much'), tx.record(teaMade({ cups: 101 }, null))));
    await expect(write).rejects.toThrow('The pot is too small.');
    expect(await names()).not.toContain('too much');
  });

  it('that nobody waits for is history all the same', async () => {
    await platform.db.write((tx) => tx.record(unheard({ cups: 1 }, null)));
    expect(await platform.db.one(`select count(*) as n from event where kind = 'tea.unheard'`)).toEqual({ n: 1 });
  });
});

describe('history', () => {
  it.each(['event', 'audit_entry'])('in %s is appended to only', async (table) => {
    await platform.db.write(async (tx) => {
      await tx.record(unheard({ cups: 2 }, null));
      await tx.audit({ actorId: 1, action: 'tea.make', subjectKind: 'tea', subjectId: 9 });
    });
    const column = table === 'event' ? 'kind' : 'action';
    await expect(platform.db.query(`update ${table} set ${column} = 'other'`)).rejects.toThrow('appended to only');
    await expect(platform.db.query(`delete from ${table}`)).rejects.toThrow('appended to only');
  });

  it('says under which request something was done, so that logs and audit rows can be laid side by side', async () => {
    await underRequestId('request-1', () =>
      platform.db.write((tx) =>
        tx.audit({ actorId: 1, action: 'tea.pour', subjectKind: 'tea', subjectId: 'x', detail: { cups: 2 } }),
      ),
    );
    const row = await platform.db.one(
      `select subject_id, detail, request_id from audit_entry where action = 'tea.pour'`,
    );
    expect(row).toEqual({ subject_id: 'x', detail: { cups: 2 }, request_id: 'request-1' });
  });
});

describe('stopping', () => {
  it('gives every connection back to the database', async () => {
    const brief = await startPlatform([]);
    const { pool } = brief.db;
    await Promise.all([1, 2, 3].map(() => brief.db.query('select 1')));
    await brief.stop();
    expect([pool.ended, pool.totalCount]).toEqual([true, 0]);
  });
});
