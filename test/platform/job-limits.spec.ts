import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Injectable, type INestApplicationContext } from '@nestjs/common';
import { openContext } from '../../src/platform/jobs/job-context.js';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { ClaimLost, Job, type JobContext } from '../../src/platform/jobs/job.js';
import { JobsQueries } from '../../src/platform/jobs/jobs.queries.js';
import { MAX_TRIES } from '../../src/platform/jobs/retry.js';
import { describeBackEnds } from '../support/job-back-ends.js';
import { startPlatform, type TestPlatform } from '../support/platform.js';

const ran: string[] = [];
let inTheMiddle: () => Promise<void> = async () => undefined;

@Injectable()
class TeaJobs {
  @Job('tea.pours')
  async pour(body: object): Promise<void> {
    ran.push(`pour ${(body as { cup: number }).cup}`);
    await inTheMiddle();
  }

  @Job('tea.counts')
  async count(_: object, context: JobContext): Promise<void> {
    await context.progress(3, 3);
  }

  @Job('tea.asks')
  async ask(body: object, context: JobContext): Promise<void> {
    ran.push(`go on? ${!(await context.cancelled())}`);
    await inTheMiddle();
    await new Promise((resolve) => setTimeout(resolve, 300));
    ran.push(`go on? ${!(await context.cancelled())}`);
    if ('thenFails' in body) throw new Error('Spilt.');
  }

  @Job('tea.hangs', { longestMinutes: 0.002 })
  async hang(): Promise<void> {
    await new Promise(() => undefined);
  }

  @Job('tea.alone', { alone: true })
  async alone(body: object): Promise<void> {
    ran.push(`alone ${(body as { cup: number }).cup}`);
    await inTheMiddle();
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

  const enqueue = (kind: string, body: object = {}) => platform.db.write((tx) => tx.enqueue(kind, body));
  const theJob = () => platform.db.one<Record<string, unknown>>('select * from job');
  const workerDied = () =>
    platform.db.query(`update job set claimed_at = now() - interval '61 seconds' where claimed_at is not null`);
  const drain = () => backEnd.drain(processes[0]);
  const drainBoth = () => Promise.all(processes.map((process) => backEnd.drain(process)));

  describe('a job that an administrator asked to stop', () => {
    const askToStop = () => platform.db.query('update job set cancel_asked_at = now()');

    it('hears of it, and is over when it returns', async () => {
      await enqueue('tea.asks');
      inTheMiddle = async () => void (await askToStop());
      await drain();
      expect(ran).toEqual(['go on? true', 'go on? false']);
      expect(await theJob()).toMatchObject({ done_at: expect.any(Date), ended_as: 'cancelled', error: null });
    });

    it('is over too when it fails on the way out', async () => {
      await enqueue('tea.asks', { thenFails: true });
      inTheMiddle = async () => void (await askToStop());
      await drain();
      expect(await theJob()).toMatchObject({ done_at: expect.any(Date), ended_as: 'cancelled', parked_at: null });
    });

    it('is not begun again when its worker died first', async () => {
      await enqueue('tea.pours', { cup: 1 });
      await platform.get(JobsQueries).claim();
      await askToStop();
      await workerDied();
      await drain();
      expect(ran).toEqual([]);
      expect(await theJob()).toMatchObject({ ended_as: 'cancelled' });
    });

    it('is simply done when it never asked', async () => {
      await enqueue('tea.pours', { cup: 1 });
      inTheMiddle = async () => void (await askToStop());
      await drain();
      expect(await theJob()).toMatchObject({ done_at: expect.any(Date), ended_as: null });
    });
  });

  describe('a job that never settles', () => {
    it('is given up after the longest time it may take, and tried again', async () => {
      await enqueue('tea.hangs');
      expect(await drain()).toBe(1);
      expect(await theJob()).toMatchObject({
        tries: 1,
        claimed_at: null,
        error: 'It was still running after the longest time it may take.',
      });
    });

    it('cannot be told from one that runs elsewhere until that time is up, and then is taken over', async () => {
      await enqueue('tea.hangs');
      const rules = platform.get(JobRegistry).claimRules(null);
      const hanging = await platform.get(JobsQueries).claim(rules);
      expect(await drain()).toBe(0);
      await platform.get(JobsQueries).keepClaim(hanging!);
      await platform.db.query('select pg_sleep(0.15)');
      expect(await drain()).toBe(1);
      expect(await theJob()).toMatchObject({ tries: 2 });
    });

    it('is told at its next report that it lost the job', async () => {
      await enqueue('tea.counts');
      const jobs = platform.get(JobsQueries);
      const late = await jobs.claim();
      await workerDied();
      const successor = await jobs.claim();
      const context = openContext(late!, jobs);
      await expect(context.progress(1, 2)).rejects.toThrow(ClaimLost);
      expect(await context.cancelled()).toBe(true);
      expect(await openContext(successor!, jobs).cancelled()).toBe(false);
    });
  });

  describe('jobs of a kind that runs alone', () => {
    it('wait for each other, while those of other kinds go on', async () => {
      for (const cup of [1, 2, 3]) await enqueue('tea.alone', { cup });
      await enqueue('tea.pours', { cup: 4 });
      let inside = 0;
      let most = 0;
      inTheMiddle = async () => {
        if (ran.at(-1)?.startsWith('pour')) return;
        most = Math.max(most, (inside += 1));
        await new Promise((resolve) => setTimeout(resolve, 100));
        inside -= 1;
      };
      for (let i = 0; i < 3; i += 1) await drainBoth();
      expect(most).toBe(1);
      expect([...ran].sort()).toEqual(['alone 1', 'alone 2', 'alone 3', 'pour 4']);
    });

    it('are not held up by one whose worker died', async () => {
      await enqueue('tea.alone', { cup: 1 });
      await platform.get(JobsQueries).claim(platform.get(JobRegistry).claimRules(null));
      await enqueue('tea.alone', { cup: 2 });
      expect(await drain()).toBe(0);
      await workerDied();
      expect(await drain()).toBe(2);
      expect(ran).toEqual(['alone 1', 'alone 2']);
    });
  });

  describe('a worker that is told to stop in the middle of a job', () => {
    it('hands it back, and that try is not held against the job', async () => {
      await enqueue('tea.pours', { cup: 1 });
      const jobs = platform.get(JobsQueries);
      for (let i = 0; i < MAX_TRIES + 2; i += 1) await jobs.handBack((await jobs.claim())!);
      await drain();
      expect(await theJob()).toMatchObject({ tries: MAX_TRIES + 3, done_at: expect.any(Date), error: null });
    });
  });
});
