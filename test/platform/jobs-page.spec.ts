import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Injectable } from '@nestjs/common';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { aColleague } from '../factories/colleagues.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';

let app: TestApp;
let ros: Browserless;
let sam: Browserless;
let rosId: number;
beforeAll(async () => {
  app = await startTestApp();
  sam = await app.signInAs(await aColleague(app));
  const administrator = await aColleague(app);
  rosId = administrator.id;
  await app.db.query(`update posting set role = 'administrator' where person_id = $1`, [rosId]);
  ros = await app.signInAs(administrator);
  app.nest.get(JobRegistry).add('tea.pour', new Kettle().pour, { daily: '09:30' });
});
afterAll(() => app.stop());
beforeEach(() => app.db.query('delete from job'));

@Injectable()
class Kettle {
  poured = 0;
  pour = async () => void (this.poured += 1);
}

const aJob = async (columns: Record<string, unknown> = {}): Promise<number> => {
  const all = { kind: 'tea.pour', ...columns };
  const names = Object.keys(all);
  const row = await app.db.one<{ id: number }>(
    `insert into job (${names.join()}) values (${names.map((_, at) => `$${at + 1}`).join()}) returning id`,
    Object.values(all),
  );
  return row!.id;
};
const minutesAgo = (n: number) => new Date(Date.now() - n * 60_000);
const theJob = (id: number) => app.db.one<Record<string, unknown>>('select * from job where id = $1', [id]);

describe('the page of jobs', () => {
  it('says what is empty, and that nobody would run a job', async () => {
    const { status, words } = await ros.get('/admin/jobs');
    expect(status).toBe(200);
    expect(words).toContain('Nothing runs at the moment.');
    expect(words).toContain('Nothing waits.');
    expect(words).toContain('No worker is alive. Start one with npm run worker; the jobs wait for it.');
  });

  it('shows how far a running job is, since when, and who runs it', async () => {
    const worker = await app.db.one<{ id: number }>(
      `insert into worker (host, pid, back_end) values ('counter-7', 4711, 'table') returning id`,
    );
    const claim = { claimed_at: new Date(), began_at: minutesAgo(3), worker_id: worker!.id };
    await aJob({ ...claim, progress_done: 1_200, progress_total: 4_000 });
    const { words, text } = await ros.get('/admin/jobs');
    expect(words).toContain('1,200 of 4,000');
    expect(words).toContain('for 3 minutes · counter-7 4711');
    expect(text).toMatch(/<progress [^>]*max="4000" value="1200"/);
    expect(words).toContain('Workers take it straight from the database.');
  });

  it('shows what waits and for how long, what is to come, and what was over', async () => {
    await aJob({ run_after: minutesAgo(5) });
    await aJob({ run_after: new Date(Date.now() + 625_000), error: 'The kettle is cold.' });
    await aJob({ began_at: minutesAgo(10), done_at: minutesAgo(8) });
    await aJob({ done_at: minutesAgo(9), ended_as: 'cancelled' });
    const { words } = await ros.get('/admin/jobs');
    expect(words).toContain('Waiting 2 the oldest for 5 minutes');
    expect(words).toMatch(/tea\.pour in 10 minutes The kettle is cold\./);
    expect(words).toMatch(/tea\.pour When 8 minutes ago Took 2 minutes/);
    expect(words).toMatch(/tea\.pour stopped When 9 minutes ago Took –/);
  });

  it('shows schedules with their last and their next run by the product’s clock', async () => {
    await aJob({ schedule_key: 'tea.pour@2027-02-10', began_at: minutesAgo(61), done_at: minutesAgo(60) });
    expect((await ros.get('/admin/jobs')).words).toMatch(
      /tea\.pour How often every day at 09:30 Last run 60 minutes ago Next run 11 February 2027 at 09:30/,
    );
  });

  it('narrows to one kind, and ignores a kind that nobody declared', async () => {
    await aJob({ kind: 'signIn.tidy' });
    await aJob();
    expect((await ros.get('/admin/jobs?kind=signIn.tidy')).words).toContain('Waiting 1');
    expect((await ros.get('/admin/jobs?kind=%27--')).words).toContain('Waiting 2');
  });
});

describe('a failed job', () => {
  const failed = () => aJob({ tries: 8, parked_at: minutesAgo(2), error: 'The <b>kettle</b> is cold.' });

  it('says why, and is tried again from the start when asked', async () => {
    const id = await failed();
    const page = await ros.get('/admin/jobs');
    expect(page.words).toContain('The <b>kettle</b> is cold. Tried 8 times, the last time 2 minutes ago');
    const answer = await ros.post(`/admin/jobs/${id}/retries`);
    expect([answer.status, answer.location]).toEqual([303, '/admin/jobs']);
    expect((await ros.follow(answer)).words).toContain('The job is tried again.');
    expect(await theJob(id)).toMatchObject({ parked_at: null, done_at: null, tries: 8, hand_backs: 8 });
    await app.runJobs();
    expect(await theJob(id)).toMatchObject({ done_at: expect.any(Date), error: null });
  });

  it('can be left at that, and is not tried again after that', async () => {
    const id = await failed();
    await ros.post(`/admin/jobs/${id}/giving-up`);
    expect(await theJob(id)).toMatchObject({ done_at: expect.any(Date), ended_as: 'givenUp' });
    expect((await ros.follow(await ros.post(`/admin/jobs/${id}/retries`))).words).toContain('not waiting for help');
    expect(await app.runJobs()).toBe(0);
  });

  it('is changed once by a double click, and the record says by whom', async () => {
    const id = await failed();
    await Promise.all([ros.post(`/admin/jobs/${id}/retries`), ros.post(`/admin/jobs/${id}/retries`)]);
    const audit = await app.db.query(
      `select actor_id, action from audit_entry where subject_kind = 'job' and subject_id = $1`,
      [String(id)],
    );
    expect(audit).toEqual([{ actor_id: rosId, action: 'job.retried' }]);
  });
});

describe('stopping a job', () => {
  it('ends one that waits at once', async () => {
    const id = await aJob();
    await ros.post(`/admin/jobs/${id}/cancellation`);
    expect(await theJob(id)).toMatchObject({ done_at: expect.any(Date), ended_as: 'cancelled' });
    expect(await app.runJobs()).toBe(0);
  });

  it('asks one that runs, and shows that it was asked', async () => {
    const id = await aJob({ claimed_at: new Date(), began_at: minutesAgo(1) });
    const after = await ros.follow(await ros.post(`/admin/jobs/${id}/cancellation`));
    expect(after.words).toContain('The job is asked to stop.');
    expect(after.words).toContain('Asked to stop');
    expect(await theJob(id)).toMatchObject({ done_at: null, cancel_asked_at: expect.any(Date) });
  });

  it('changes nothing about one that is over', async () => {
    const id = await aJob({ done_at: minutesAgo(1) });
    expect((await ros.follow(await ros.post(`/admin/jobs/${id}/cancellation`))).words).toContain('over already');
    expect(await theJob(id)).toMatchObject({ cancel_asked_at: null, ended_as: null });
  });
});

describe('what was over a month ago', () => {
  it('is forgotten, and nothing else is', async () => {
    const daysAgo = (n: number) => minutesAgo(n * 24 * 60);
    await aJob({ done_at: daysAgo(31) });
    const kept = [await aJob({ done_at: daysAgo(29) }), await aJob({ parked_at: daysAgo(90) })];
    await app.db.query(`insert into worker (host, pid, back_end, seen_at) values ('gone', 1, 'table', $1)`, [
      daysAgo(31),
    ]);
    await aJob({ kind: 'platform.tidyJobs' });
    await app.runJobs();
    const left = await app.db.query<{ id: number }>(`select id from job where kind = 'tea.pour' order by id`);
    expect(left.map(({ id }) => id)).toEqual(kept);
    expect(await app.db.query(`select from worker where host = 'gone'`)).toEqual([]);
  });
});

describe('the index for administrators', () => {
  it('leads to the jobs, from the navigation', async () => {
    expect((await ros.get('/')).text).toContain('href="/admin"');
    await aJob({ parked_at: minutesAgo(1) });
    const { words, text } = await ros.get('/admin');
    expect(words).toContain('Failed jobs 1');
    expect(words).toContain('Jobs What runs in the background');
    expect(text).toContain('href="/admin/jobs"');
  });
});

describe('an outsider', () => {
  it('sees neither page nor entry, and changes nothing', async () => {
    const id = await aJob({ parked_at: minutesAgo(1) });
    for (const path of ['/admin', '/admin/jobs']) expect((await sam.get(path)).status).toBe(403);
    expect((await sam.get('/')).text).not.toContain('href="/admin"');
    expect((await sam.post(`/admin/jobs/${id}/retries`)).status).toBe(403);
    expect(await theJob(id)).toMatchObject({ parked_at: expect.any(Date), done_at: null });
  });

  it.each(['0', '-1', '1x', '999999999', '9'.repeat(30), '1%20or%201=1'])('finds no job %s', async (id) => {
    for (const act of ['retries', 'giving-up', 'cancellation'])
      expect((await ros.post(`/admin/jobs/${id}/${act}`)).status).toBe(404);
  });
});
