import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NAMED } from '../../src/demo/stories.js';
import { as } from '../campaigns/week-world.js';
import { startTestApp, type TestApp } from '../support/app.js';

describe('the three studies of the demo', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ demo: true });
  }, 180_000);
  afterAll(() => app.stop());

  const open = async (path: string, reference: string = NAMED.nikhil.reference) => (await as(app, reference)).get(path);

  it('stand side by side: one of grade A, one withheld, one too young', async () => {
    const { words } = await open('/impact/studies');
    expect(words).toMatch(
      /Did ‘Queues: keep people in the loop’ make a difference\? Branches that were asked to train scored/,
    );
    expect(words).toMatch(
      /Did ‘Travel money explained simply’ help the thirty lowest\? Branches were already moving before/,
    );
    expect(words).toMatch(
      /Did ‘Checking ID without the awkwardness’ make a difference\? Not enough data yet\. .* 2027/,
    );
  });

  it('random waves: the two points that were planted lie in the range of a grade A answer', async () => {
    const { words } = await open('/impact/studies/1');
    const answer =
      /Grade A, areas drawn by lot Branches that were asked to train scored (\S+) points higher on ease than we estimate they would have without \(95% range (\S+) to ([^)]+)\)\./.exec(
        words,
      );
    const [points, low, high] = answer!.slice(1).map(Number);
    expect(points).toBeGreaterThan(1);
    expect(points).toBeLessThan(3);
    expect(low).toBeGreaterThan(0);
    expect(low).toBeLessThan(2);
    expect(high).toBeGreaterThan(2);
    expect(words).toMatch(/115 trained branches and 34 not yet trained/);
  });

  it('the thirty lowest: no effect is given, and they rose by about what chance alone brings', async () => {
    const { words } = await open('/impact/studies/2');
    expect(words).toMatch(
      /Grade C, association Branches were already moving before the training; we do not give an effect\./,
    );
    const said =
      /Grade D, before and after only The score of trained branches rose (\S+) points \(95% range \S+ to [^)]+\); about (\S+) points \(95% range (\S+) to ([^)]+)\) is expected from choosing low branches\./.exec(
        words,
      );
    const [rose, expected, low, high] = said!.slice(1).map(Number);
    expect(expected).toBeGreaterThan(2);
    expect(rose).toBeGreaterThan(low!);
    expect(rose).toBeLessThan(high!);
    expect(words).toContain('part of a low score is bad luck, and luck does not last');
    expect(words).not.toMatch(/points higher on ease/);
  });

  it('three weeks old: what is missing, and the day on which there will be enough', async () => {
    const { words } = await open('/impact/studies/3');
    expect(words).toMatch(/No grade yet Not enough data yet\. .* there will be enough on \d+ (February|March) 2027/);
    expect(words).toMatch(/Answers of a trained unit since it was trained: \d+ on average so far, 30 are needed\./);
  });

  it('are those of their time: on the first of February the answers ended a week before', async () => {
    app.clock.set('2027-02-02T10:00:00Z');
    expect((await open('/impact/studies/1')).words).toContain('Answers up to 31 January 2027');
    app.clock.set('2027-02-10T10:00:00Z');
    const { words } = await open('/impact/studies/1');
    expect(words).toContain('Answers up to 7 February 2027');
    expect(words).toContain('Result 1 worked out on 1 February 2027');
  });

  it.each([1, 2, 3])('study %i leads to what is true of it, in the demo alone', async (id) => {
    expect((await open(`/impact/studies/${id}`)).text).toContain('href="/demo/truth');
  });

  it('an area manager reads them on the dashboard of the area, with grade and range', async () => {
    const { words } = await open('/impact', NAMED.dawn.reference);
    expect(words).toMatch(/Grade A, areas drawn by lot Did ‘Queues: keep people in the loop’ make a difference\?/);
  });
});
