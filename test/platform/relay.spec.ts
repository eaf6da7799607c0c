import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Injectable, type INestApplicationContext } from '@nestjs/common';
import { Job, type JobContext } from '../../src/platform/jobs/job.js';
import { JobsQueries } from '../../src/platform/jobs/jobs.queries.js';
import { Relay } from '../../src/platform/jobs/relay.js';
import { MAX_TRIES } from '../../src/platform/jobs/retry.js';
import { describeBackEnds } from '../support/job-back-ends.js';
import { startPlatform, type TestPlatform } from '../support/platform.js';

const ran: string[] = [];
let inTheMiddle: () => Promise<void> = async () => undefined;

@Injectable()
class TeaJobs {
  @Job('tea.pour')
  async pour(body: object): Promise<void> {
    ran.push(`pour ${(body as { cup: number }).cup}`);
    await inTheMiddle();
  }

  @Job('tea.fails')
  async fail(): Promise<void> {
    throw new Error('The kettle is cold.');
  }

  @Job('tea.counts')
  async count(_: object, context: JobContext): Promise<void> {
    await context.progress(1);
    await context.progress(2);
    await context.progress(3, 3);
  }

  @Job('tea.morning', { daily: '09:30' })
  async morning(): Promise<void> {
    ran.push('morning');
  }

  @Job('tea.hourly', { everyMinutes: 60 })
  async hourly(): Promise<void> {
    ran.push('hourly');
  }
}

describeBackEnds((backEnd) => {
  let platform: TestPlatform;
  let processes: [INestApplicationContext, INestApplicationContext];
  beforeAll(async () => {
    await backEnd.start();
    platform = await startPlatform([TeaJobs]);
    processes = [await platform.another(), await platform.another()];
  });
  afterAll(async () => {
    await platform.stop();
    await backEnd.stop();
  });
  beforeEach(async () => {
    await platform.db.query('delete from job');
    ran.length = 0;
    inTheMiddle = async () => undefined;
  });

  const enqueue = (kind: string, body: object = {}, options = {}) =>
    platform.db.write((tx) => tx.enqueue(kind, body, options));
  const theJob = () => platform.db.one<Record<string, unknown>>('select * from job');
  const becomesDue = () => platform.db.query('update job set run_after = now()');
  const workerDied = () =>
    platform.db.query(`update job set claimed_at = now() - interval '61 seconds' where claimed_at is not null`);
  const drain = (goOn?: () => boolean) => backEnd.drain(processes[0], goOn);
  const drainBoth = () => Promise.all(processes.map((process) => backEnd.drain(process)));
  const fireSchedules = () =>
    Promise.all([...processes, ...processes].map((process) => process.get(Relay).fireSchedules()));

  describe('two workers', () => {
    it('share a hundred jobs and run each once', async () => {
      await platform.db.write(async (tx) => {
        for (let cup = 0; cup < 100; cup += 1) await tx.enqueue('tea.pour', { cup });
      });
      const [a, b] = await drainBoth();
      expect(a! + b!).toBe(100);
      expect(Math.min(a!, b!)).toBeGreaterThan(0);
      expect([...ran].sort()).toEqual(Array.from({ length: 100 }, (_, cup) => `pour ${cup}`).sort());
    });

    it('fire a schedule once, at its time by the product’s clock', async () => {
      platform.clock.set('2027-02-11T09:29:59Z');
      await fireSchedules();
      platform.clock.set('2027-02-11T09:30:00Z');
      await fireSchedules();
      await drainBoth();
      expect([...ran].sort()).toEqual(['hourly', 'morning']);
      platform.clock.set('2027-02-11T10:00:00Z');
      await fireSchedules();
      await drainBoth();
      expect([...ran].sort()).toEqual(['hourly', 'hourly', 'morning']);
    });
  });

  describe('a clock that goes backwards', () => {
    it('fires nothing twice, neither on the way nor when it is back where it was', async () => {
      for (const moment of ['2027-02-12T10:05:00Z', '2027-02-12T09:40:00Z', '2027-02-12T10:05:00Z']) {
        platform.clock.set(moment);
        await fireSchedules();
        await drainBoth();
      }
      expect([...ran].sort()).toEqual(['hourly', 'hourly', 'morning']);
    });
  });

  describe('a job', () => {
    it('is there only when the write that wanted it commits', async () => {
      const write = platform.db.write(async (tx) => {
        await tx.enqueue('tea.pour', { cup: 1 });
        throw new Error('spilt');
      });
      await expect(write).rejects.toThrow('spilt');
      expect(await drain()).toBe(0);
    });

    it('waits for its time', async () => {
      await enqueue('tea.pour', { cup: 1 }, { runAfter: new Date(Date.now() + 60_000) });
      expect(await drain()).toBe(0);
      await becomesDue();
      expect(await drain()).toBe(1);
    });

    it('with a key exists once', async () => {
      for (let i = 0; i < 3; i += 1) await enqueue('tea.pour', { cup: i }, { scheduleKey: 'tea@monday' });
      await drain();
      expect(ran).toEqual(['pour 0']);
    });

    it('leaves those behind it to others once its worker is told to stop', async () => {
      await enqueue('tea.pour', { cup: 1 });
      await enqueue('tea.pour', { cup: 2 });
      let told = false;
      inTheMiddle = async () => void (told = true);
      expect(await drain(() => !told)).toBe(1);
      expect(ran).toEqual(['pour 1']);
    });

    it('says how far it is', async () => {
      await enqueue('tea.counts');
      await drain();
      expect(await theJob()).toMatchObject({ progress_done: 3, progress_total: 3, error: null });
    });
  });

  describe('a job that fails', () => {
    it('is tried again after a while, and says why', async () => {
      await enqueue('tea.fails');
      await drain();
      expect(await theJob()).toMatchObject({ tries: 1, error: 'The kettle is cold.', claimed_at: null, done_at: null });
      expect(await platform.db.one('select round(extract(epoch from run_after - now())) as s from job')).toEqual({
        s: '5',
      });
      expect(await drain()).toBe(0);
    });

    it('is parked after its last try, with its error, and left alone', async () => {
      await enqueue('tea.fails');
      for (let i = 0; i < MAX_TRIES; i += 1) await becomesDue().then(() => drain());
      expect(await theJob()).toMatchObject({
        tries: MAX_TRIES,
        error: 'The kettle is cold.',
        parked_at: expect.any(Date),
      });
      await becomesDue();
      expect(await drain()).toBe(0);
    });

    it('does not hold up the others', async () => {
      await enqueue('tea.fails');
      await enqueue('no.such.kind');
      await enqueue('tea.pour', { cup: 1 });
      expect(await drain()).toBe(3);
      expect(ran).toEqual(['pour 1']);
      const unknown = await platform.db.one(`select error from job where kind = 'no.such.kind'`);
      expect(unknown).toEqual({ error: 'No handler is declared for the job no.such.kind.' });
    });
  });

  describe('a job whose worker died', () => {
    it('is left alone while that could still be alive, then taken over', async () => {
      await enqueue('tea.pour', { cup: 1 });
      await platform.get(JobsQueries).claim();
      expect(await drain()).toBe(0);
      await workerDied();
      expect(await drain()).toBe(1);
      expect(await theJob()).toMatchObject({ tries: 2, done_at: expect.any(Date) });
    });

    it('time after time is parked instead of taking down one worker after another', async () => {
      await enqueue('tea.pour', { cup: 1 });
      for (let i = 0; i < MAX_TRIES; i += 1) {
        await platform.get(JobsQueries).claim();
        await workerDied();
      }
      await drain();
      expect(ran).toEqual([]);
      expect(await theJob()).toMatchObject({ error: 'Its worker died in the middle of it, time after time.' });
      await workerDied();
      expect(await drain()).toBe(0);
    });

    it('hears nothing from that worker, should it wake up', async () => {
      await enqueue('tea.pour', { cup: 1 });
      const jobs = platform.get(JobsQueries);
      const asleep = await jobs.claim();
      await workerDied();
      const successor = await jobs.claim();
      await jobs.report(asleep!, 5, 10);
      await jobs.retryLater(asleep!, 'late', 600);
      expect(await theJob()).toMatchObject({ tries: 2, error: null, progress_done: 0, claimed_at: expect.any(Date) });
      await jobs.finish(successor!);
      await jobs.park(asleep!, 'later still');
      expect(await theJob()).toMatchObject({ parked_at: null, error: null, done_at: expect.any(Date) });
    });
  });
});
