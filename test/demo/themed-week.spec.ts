import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NAMED } from '../../src/demo/stories.js';
import { as } from '../campaigns/week-world.js';
import { startTestApp, type TestApp } from '../support/app.js';

const RESULT = '/campaigns/love-your-customers-week-2026/result';

describe('Love Your Customers Week 2026 of the demo', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ demo: true });
  }, 180_000);
  afterAll(() => app.stop());

  const open = async (path = RESULT) => (await as(app, NAMED.nikhil.reference)).get(path);

  it('says first how many more answered than usual, with range, place among ordinary weeks and grade', async () => {
    const { words } = await open();
    const said =
      /Grade D, before and after only Customers left 71% more answers than in an ordinary week \(95% range \+(\d+)% to \+(\d+)%\); that was more than in any of (\d+) ordinary weeks\./.exec(
        words,
      );
    const [low, high, ordinary] = said!.slice(1).map(Number);
    expect(low).toBeGreaterThan(50);
    expect(high).toBeLessThan(90);
    expect(ordinary).toBeGreaterThan(70);
  });

  it('holds against the neighbours too, and finds next to nothing in ease', async () => {
    const { words } = await open();
    expect(words).toMatch(
      /\+63% \(95% range \S+ to \S+\) against the 4 weeks before and the 4 weeks after it \(2,518 on average\)\./,
    );
    expect(words).toMatch(/No clear change in ease: effects between −\S+ and \+\S+ points fit the data\./);
    expect(words).toMatch(
      /Within the same branches \S+ points \(95% range [^)]+\); \S+ points \(95% range [^)]+\) come/,
    );
    expect(words).toContain('nobody is left to compare with');
  });

  it('gives the same figures in its file', async () => {
    const rows = (await open(`${RESULT}/figures.csv`)).text.trim().split('\r\n').slice(1);
    expect(rows).toHaveLength(8);
    expect(rows[0]).toMatch(/^Answers,All other weeks,\d+,4104,2400(\.\d+)?,71(\.\d+)?,/);
    expect(rows[1]).toMatch(/^Answers,The weeks beside it,8,4104,251[78](\.\d+)?,6[23](\.\d+)?,/);
    for (const row of rows) expect(row).toContain('Grade D, before and after only');
  });
});
