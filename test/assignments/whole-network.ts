import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aReadingCourse, publish } from '../factories/courses.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { previewOf, sendPreview, signedIn } from './network.js';

/** Asks everybody of a network of so many people, five in a branch, and frees them again; `longest` is in seconds. */
export function describeNetworkOf(people: number, longest: number): void {
  const units = people / 5;
  const all = (people + 1).toLocaleString('en-GB');

  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp({ now: '2027-02-10T10:00:00Z' });
    await app.db.query(
      `with r as (insert into region (code, name) select 'R' || g, 'Region ' || g from generate_series(1, 10) g returning id),
          a as (insert into area (code, name) select 'A' || g, 'Area ' || g from generate_series(1, 300) g returning id)
     insert into area_region (area_id, region_id, valid)
     select a.id, (select min(id) from r) + a.id % 10, '[2020-01-01,)' from a`,
    );
    await app.db.query(
      `with u as (insert into unit (code, name, kind, nation)
                select lpad(g::text, 6, '0'), 'Branch ' || g, 'branch', 'england' from generate_series(1, ${units}) g returning id)
     insert into unit_area (unit_id, area_id, valid)
     select u.id, (select min(id) from area) + u.id % 300, '[2020-01-01,)' from u`,
    );
    await app.db.query('select refresh_unit_place(array(select id from unit))');
    await app.db.query(
      `with p as (insert into person (reference, name)
                select 'p' || g, 'Person ' || g from generate_series(1, ${people}) g returning id)
     insert into posting (person_id, unit_id, role, main, valid)
     select p.id, (select min(id) from unit) + p.id % ${units}, 'staff', true, '[2020-01-01,)' from p`,
    );
    await app.db.query(
      `with grace as (insert into person (reference, name) values ('grace', 'Grace Okafor') returning id)
     insert into posting (person_id, unit_id, role, main, valid)
     select grace.id, (select min(id) from unit), 'author', true, '[2020-01-01,)' from grace`,
    );
    await publish(app, aReadingCourse({ slug: 'for-everybody', title: 'For everybody' }));
    await app.db.query('vacuum analyze');
  }, 120_000);
  afterAll(() => app.stop());

  const counted = async (sql: string) => (await app.db.one<{ n: number }>(`select count(*) as n from ${sql}`))!.n;

  describe('a network of many people', () => {
    it('are asked by a job, while pages answer at once', async () => {
      const grace = await signedIn(app, 'grace');
      const preview = await timed(() => grace.get(previewOf([], { everywhere: 'yes', course: 'for-everybody' })));
      expect(preview.answer.words).toContain(`People to ask ${all}`);
      const commit = await timed(() => sendPreview(grace, preview.answer.text));
      expect(commit.answer.status).toBe(303);
      const path = commit.answer.location!;
      const before = await grace.get(path);
      expect(before.words).toContain(`${all} people to go through`);

      const job = timed(() => app.runJobs());
      const page = await slowestWhile(job, () => grace.get(path));
      const { seconds } = await job;
      expect(await counted('requirement')).toBe(people + 1);
      expect(await counted('requirement_reason')).toBe(people + 1);
      expect(await counted(`message where kind = 'assignments.assigned'`)).toBe(people + 1);
      expect((await grace.get(path)).words).not.toContain('to go through');
      expect(seconds).toBeLessThan(longest);
      process.stderr.write(
        `${all} people: preview ${preview.seconds.toFixed(2)} s, commit ${commit.seconds.toFixed(2)} s, job ${seconds.toFixed(1)} s, slowest page meanwhile ${page.toFixed(2)} s\n`,
      );
    }, 180_000);

    it('are freed again by undoing, in a job too', async () => {
      const grace = await signedIn(app, 'grace');
      const list = await grace.get('/assignments');
      const path = /href="(\/assignments\/\d+)"/.exec(list.text)![1]!;
      expect((await grace.post(`${path}/undoings`)).status).toBe(303);
      const { seconds } = await timed(() => app.runJobs());
      expect(await counted('requirement where closed_at is null')).toBe(0);
      expect(await counted(`message where state <> 'suppressed'`)).toBe(0);
      process.stderr.write(`undone in ${seconds.toFixed(1)} s\n`);
    }, 120_000);
  });
}

async function timed<T>(work: () => Promise<T>): Promise<{ answer: T; seconds: number }> {
  const begun = performance.now();
  const answer = await work();
  return { answer, seconds: (performance.now() - begun) / 1000 };
}

/** Seconds of the slowest page asked for while something else runs. */
async function slowestWhile(other: Promise<unknown>, page: () => Promise<unknown>): Promise<number> {
  const running = { still: true };
  void other.finally(() => (running.still = false));
  let slowest = 0;
  while (running.still) slowest = Math.max(slowest, (await timed(page)).seconds);
  return slowest;
}
