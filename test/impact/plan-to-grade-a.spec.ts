import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NAMED } from '../../src/demo/stories.js';
import type { IsoDate } from '../../src/platform/dates.js';
import { Relay } from '../../src/platform/jobs/relay.js';
import { as } from '../campaigns/week-world.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { continueDemo, finishAsked } from '../support/demo-goes-on.js';
import { fieldsIn, look } from './plan-form.js';

const SLUG = 'put-it-right-first-time';
const MONDAYS: IsoDate[] = ['2027-03-15', '2027-04-05', '2027-04-26'];
const CHOICE = { course: SLUG, waves: '3', comparison: 'yes', firstMonday: MONDAYS[0]!, weeksBetween: '3' };
/** What being asked truly does to ease, in points. */
const POINTS = 6;

describe('from a plan to its answer, on the demo network', () => {
  let app: TestApp;
  let plan: string;
  let study: string;
  const grace = () => as(app, NAMED.grace.reference);

  beforeAll(async () => {
    app = await startTestApp({ demo: true });
    app.clock.set('2027-03-02T09:00:00Z');
  }, 180_000);
  afterAll(() => app.stop());

  /** The clock comes to this moment: what is scheduled is queued, and all that is due is done. */
  const come = async (moment: string) => {
    app.clock.set(moment);
    await app.nest.get(Relay).fireSchedules();
    await app.runJobs();
  };

  /** By unit the Monday from which its people are asked; null in the comparison. */
  const dealt = async () => {
    const rows = await app.db.query<{ code: string; startsOn: IsoDate | null }>(
      `select unit.code, w.starts_on as "startsOn" from wave_unit u
         join unit on unit.id = u.unit_id join wave_area a using (plan_id, area_id)
         left join wave w on w.plan_id = a.plan_id and w.number = a.wave
        where u.plan_id = $1`,
      [plan.split('/').at(-1)],
    );
    return new Map(rows.map(({ code, startsOn }) => [code, startsOn]));
  };

  it('three waves and a comparison are drawn, looked at and made', async () => {
    const browser = await grace();
    const shown = await browser.get(look(CHOICE));
    expect(shown.words).toMatch(/This can see an effect of \d\.\d points or more, four times out of five\./);
    const made = await browser.post('/impact/plans', fieldsIn(shown.text));
    expect(made.status).toBe(303);
    plan = made.location!;
    const { words, text } = await browser.get(plan);
    expect(words).toMatch(/Begins on 15 March 2027 .* Wave 3 Waits for its Monday 26 April 2027 24 May 2027/);
    study = /\/impact\/studies\/\d+/.exec(text)![0];
  });

  it('before its first wave its study says when there will be enough, and gives no effect', async () => {
    await come('2027-03-02T10:00:00Z');
    const { words } = await (await grace()).get(study);
    expect(words).toMatch(/Not enough data yet\. .* there will be enough on \d+ \w+ 2027/);
    expect(words).not.toMatch(/points higher|Grade [A-D],/);
  });

  it('each wave is asked when the clock passes its Monday, and its people finish', async () => {
    const starts = await dealt();
    const begun = (code: string, week: IsoDate) => week >= (starts.get(code) ?? '9999');
    await continueDemo(app.db, { weeks: 22, effect: (code, week) => (begun(code, week) ? POINTS : 0) });
    for (const [wave, monday] of MONDAYS.entries()) {
      await come(`${monday}T07:00:00Z`);
      const { words } = await (await grace()).get(plan);
      expect(words).toContain(wave === 2 ? 'All waves have begun' : `${wave + 1} of 3 waves ha`);
      expect(await finishAsked(app.db, { slug: SLUG, askedOn: monday, share: 0.9, days: 20 })).toBeGreaterThan(30);
    }
  }, 60_000);

  it('and the answer is of grade A, with an interval around what is true', async () => {
    await come('2027-08-04T10:00:00Z');
    const browser = await grace();
    expect((await browser.get(plan)).words).toMatch(/Wave 3 \d+ of \d+ have finished \((8[5-9]|9\d)%\)/);
    const { words } = await browser.get(study);
    const answer =
      /Grade A, areas drawn by lot Branches that were asked to train scored \S+ points higher on ease than we estimate they would have without \(95% range (\S+) to ([^)]+)\)\./.exec(
        words,
      );
    const [low, high] = answer!.slice(1).map(Number);
    expect(low).toBeGreaterThan(POINTS / 2);
    expect(low).toBeLessThan(POINTS);
    expect(high).toBeGreaterThan(POINTS);
    expect(words).toContain('Areas were drawn by lot, so chance alone decided who had the training when.');
  }, 60_000);
});
