import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { as, startWeek } from '../campaigns/week-world.js';
import type { TestApp } from '../support/app.js';
import { aStudy, found, same, underWay, VERDICTS } from './study-rows.js';

let app: TestApp;
beforeAll(async () => void (app = await startWeek()));
afterAll(() => app.stop());

const pathOf = (id: number) => `/impact/studies/${id}`;
const look = async (id: number, reference = 'nik', rest = '') => (await as(app, reference)).get(pathOf(id) + rest);

async function answered(kind: keyof typeof VERDICTS): Promise<number> {
  const id = await aStudy(app);
  await found(app, id, VERDICTS[kind]);
  return id;
}

describe('the page of a study says', () => {
  it('what the training did, how far that can be trusted, and what to do next', async () => {
    const { words, text } = await look(await answered('clear'));
    expect(words).toContain('Ease, 120 trained branches and 140 not yet trained, 5 January 2026 to 7 February 2027');
    expect(words).toContain(
      '+2.7 Grade B, not by lot, but the checks pass Branches that reached 80% scored 2.7 points higher on ease than we estimate they would have without (95% range 1.8 to 3.6).',
    );
    expect(text).toContain('95% interval +1.8 to +3.6. The interval does not include no change.');
    expect(words).toMatch(/What supports this In the 8 weeks before the training both groups moved together/);
    expect(words).toMatch(/Read with care Managers chose who trained first\./);
    expect(words).toMatch(
      /Before and after Grade D, before and after only The score of trained branches rose 4\.1 points/,
    );
    expect(words).toMatch(/Expectations \+2\.1 \+1\.1 to \+3\.1 .*Clear/);
    expect(words).toMatch(/Friendly −0\.4 −1\.4 to \+0\.6 .*No clear change/);
    expect(words).toMatch(
      /What to do next 140 branches have not trained yet\. Assign it to the rest in two random waves/,
    );
    expect(text).toContain('href="/impact/plans/new?course&#x3D;put-it-right-first-time"');
  });

  it('week by week what the difference was, also as a table', async () => {
    const { words, text } = await look(await answered('clear'));
    expect(words).toContain('Weeks before and after the branch trained');
    expect(text).not.toContain('/demo/truth');
    expect(words).toMatch(/Show these numbers as a table/);
  });

  it('what was registered, when and by whom, and on which data it stands', async () => {
    const { words } = await look(await answered('clear'));
    expect(words).toMatch(/Design and data Registered before anybody looked.* Training Put it right first time/);
    expect(words).toContain('Units Branches of the whole network');
    expect(words).toContain('Weeks 5 January 2026 to 4 July 2027');
    expect(words).toContain('Trained From the week in which 80% of its people hold it');
    expect(words).toContain('Registered 11 January 2027 at 09:00, nik Jones');
    expect(words).toMatch(
      /Answers up to 7 February 2027 Worked out 9 February 2027 at 03:00 Data version [0-9a-f]{12}/,
    );
  });

  it.each<[keyof typeof VERDICTS, RegExp[], RegExp[]]>([
    ['byLot', [/Grade A, areas drawn by lot Branches that/, /Areas were drawn by lot/], [/Managers chose/]],
    ['association', [/Grade C, association/, /so it is an association/], [/than we estimate they would have/]],
    [
      'notClear',
      [/\+0\.3/, /No clear change; effects between −0\.4 and \+0\.9 points fit the data\./],
      [/scored 0\.3/],
    ],
    [
      'withheld',
      [
        /already moving before the training; we do not give an effect\./,
        /With the four weeks before the training left out/,
      ],
      [/\+2\.7/, /The six drivers/],
    ],
    [
      'beforeAndAfterOnly',
      [/Grade D, before and after only The score/, /Nobody is there to compare with/],
      [/Week by week/],
    ],
    [
      'notEnough',
      [/Not enough data yet\./, /there will be enough on 5 April 2027/, /Trained units: 12 so far, 20 are needed\./],
      [/What supports this/, /Grade [A-D],/],
    ],
  ])('%s, and nothing that it does not carry', async (kind, says, never) => {
    const { words, status } = await look(await answered(kind));
    expect(status).toBe(200);
    for (const sentence of says) expect(words).toMatch(sentence);
    for (const sentence of never) expect(words).not.toMatch(sentence);
  });

  it('that nobody has worked it out', async () => {
    const { words, text } = await look(await aStudy(app));
    expect(words).toContain('Not worked out yet');
    expect(words).toContain('Ease, 5 January 2026 to 4 July 2027');
    expect(text).not.toContain('.csv');
  });

  it('everything in Welsh', async () => {
    const id = await answered('clear');
    await app.db.query(`update person set language = 'cy' where reference = 'ross'`);
    const { words, text } = await look(id, 'ross');
    await app.db.query(`update person set language = 'en' where reference = 'ross'`);
    expect(text).toMatch(/<html lang="cy/);
    expect(words).not.toMatch(/What supports this|Read with care|Design and data|The six drivers|Grade B/);
    expect(words).toContain('Gradd B');
  });
});

describe('earlier results', () => {
  it('stand beside the latest, each on a page of its own, with a way back', async () => {
    const id = await aStudy(app);
    await found(app, id, VERDICTS.notEnough, { at: '2027-01-12T03:00:00Z', closedTo: '2027-01-04' });
    await found(app, id, VERDICTS.clear);
    const latest = await look(id);
    expect(latest.words).toMatch(
      /All results Result 2 worked out on 9 February 2027.* Result 1 worked out on 12 January 2027/,
    );
    const first = await look(id, 'nik', '/results/1');
    expect(first.words).toContain('Result 1 Worked out on 12 January 2027; there is a later one.');
    expect(first.words).toContain('Not enough data yet.');
    expect(first.words).not.toContain('What to do next');
    expect(first.text).not.toContain(`${pathOf(id)}/runs`);
    expect((await look(id, 'nik', '/results/3')).status).toBe(404);
    expect((await look(id, 'nik', '/results/x')).status).toBe(404);
  });

  it('are those of the product’s time: none from after its clock', async () => {
    const id = await answered('clear');
    app.clock.set('2027-02-01T10:00:00Z');
    const { words } = await look(id);
    app.clock.set('2027-02-10T10:00:00Z');
    expect(words).toContain('Not worked out yet');
  });

  it('count as looks only when there was enough to show an effect', async () => {
    const id = await aStudy(app);
    await found(app, id, VERDICTS.notEnough, { at: '2027-02-02T03:00:00Z', closedTo: '2027-01-25' });
    await found(app, id, VERDICTS.clear);
    expect((await look(id)).words).not.toContain('look number');
    await found(app, id, VERDICTS.clear, { at: '2027-02-09T09:00:00Z' });
    expect((await look(id)).words).toContain('This is look number 2.');
  });

  it('are said to stand when a run found nothing new', async () => {
    const id = await answered('clear');
    await same(app, id, '2027-02-10T03:00:00Z');
    expect((await look(id)).words).toContain('Nothing new in the data 10 February 2027');
  });
});

describe('a result to take away', () => {
  it('is a file of everything that was found', async () => {
    const id = await answered('clear');
    const { status, headers, text } = await look(id, 'dawn', '.csv');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(text).toContain('2.7');
    expect((await look(id, 'dawn', '/results/1.csv')).text).toBe(text);
    expect((await look(await aStudy(app), 'dawn', '.csv')).status).toBe(404);
  });

  it('comes with how it was reckoned', async () => {
    const { status, headers, text } = await look(await answered('clear'), 'dawn', '/results/1/method.txt');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(text).toContain('Errors of the effect: CR0 from the influence function');
  });
});

describe('while it is worked out', () => {
  it('the page says how far it is, and stops it when asked', async () => {
    const id = await answered('clear');
    await underWay(app, id, { phase: 'placebos', done: 3 });
    const { words, text } = await look(id);
    expect(words).toContain('Working it out It’s checked what comes out where nothing had happened.');
    expect(words).toContain('+2.7');
    expect(text).not.toContain(`${pathOf(id)}/runs`);
    const progress = await look(id, 'dawn', '/progress');
    expect(progress.headers.get('cache-control')).toBe('no-store');
    expect(JSON.parse(progress.text)).toMatchObject({ value: 3, max: 6, over: false });
    const nik = await as(app, 'nik');
    const stopped = await nik.post(`${pathOf(id)}/stop`);
    expect((await nik.follow(stopped)).words).toContain('Stopped.');
    expect((await nik.follow(await nik.post(`${pathOf(id)}/stop`))).words).toMatch(/Stopped\.|It had ended already\./);
    expect((await look(id, 'dawn')).text).not.toContain('/stop"');
  });

  it('nobody has it worked out a second time', async () => {
    const id = await answered('clear');
    await underWay(app, id);
    const nik = await as(app, 'nik');
    const { status, words } = await nik.post(`${pathOf(id)}/runs`, { formToken: randomUUID() });
    expect(status).toBe(422);
    expect(words).toContain('There is a problem It’s being worked out already.');
  });

  it('a job that gave up is said to have failed, with what to do', async () => {
    const id = await aStudy(app);
    await underWay(app, id, { parked: true });
    expect((await look(id)).words).toContain('An administrator can see why under Jobs');
    expect((await look(id, 'dawn')).words).toContain('The CX team can have it looked at.');
    expect(JSON.parse((await look(id, 'nik', '/progress')).text)).toMatchObject({ over: true });
  });

  it('it is asked for again once, however often the button is pressed', async () => {
    const id = await answered('clear');
    const nik = await as(app, 'nik');
    const formToken = randomUUID();
    const runs = `${pathOf(id)}/runs`;
    expect((await nik.post(runs, { formToken })).status).toBe(303);
    expect((await nik.post(runs, { formToken })).status).toBe(303);
    expect((await nik.post(runs, { formToken: 'x' })).status).toBe(422);
    const open = await app.db.query('select from study_run where study_id = $1 and ended_at is null', [id]);
    expect(open).toHaveLength(1);
  });
});

it('a study of a themed week stands with the result of that week, and of no other', async () => {
  const id = await aStudy(app, { title: 'Did that week help?', campaign: 'love-your-customers-week-2026' });
  await found(app, id, VERDICTS.notClear);
  const dawn = await as(app, 'dawn');
  const { words } = await dawn.get('/campaigns/love-your-customers-week-2026/result');
  expect(words).toMatch(/Studies of this week Grade B.* Did that week help\? \+0\.3 No clear change/);
  expect((await dawn.get('/campaigns/love-your-customers-week-2027/result')).words).not.toContain(
    'Did that week help?',
  );
  expect((await look(id)).words).toContain('Training All courses of Love Your Customers Week 2026');
});

describe('on dashboards', () => {
  it('the latest two answers stand with grade and interval for those who read studies', async () => {
    const id = await aStudy(app, { title: 'Did waves help?' });
    await found(app, id, VERDICTS.byLot, { at: '2027-02-10T09:00:00Z', closedTo: '2027-02-01' });
    app.clock.set('2027-02-10T10:30:00Z');
    for (const [reference, path] of [
      ['nik', '/dashboard'],
      ['ross', '/regions/R1'],
      ['dawn', '/areas/A1'],
    ] as const) {
      const { words, text } = await (await as(app, reference)).get(path);
      expect(words).toMatch(/Did it work\? Grade A, areas drawn by lot Did waves help\? \+2\.7/);
      expect(text.match(/study-tile__n/g)!.length).toBeLessThanOrEqual(2);
    }
    expect((await (await as(app, 'dawn')).get('/units/021047')).words).not.toContain('Did it work?');
  });

  it('are asked of the database once a minute', async () => {
    const dawn = await as(app, 'dawn');
    await dawn.get('/areas/A1');
    const id = await aStudy(app, { title: 'Did anybody ask?' });
    await found(app, id, VERDICTS.clear, { at: '2027-02-10T10:20:00Z', closedTo: '2027-02-01' });
    expect((await dawn.get('/areas/A1')).words).not.toContain('Did anybody ask?');
    app.clock.set('2027-02-10T10:32:00Z');
    expect((await dawn.get('/areas/A1')).words).toContain('Did anybody ask?');
  });
});
