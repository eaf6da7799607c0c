import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MetricSeries } from '../../../src/feedback/custom-metrics/metric-series.service.js';
import { importUnits, undoImport } from '../../network/files.js';
import type { TestApp } from '../../support/app.js';
import type { Browserless } from '../../support/browserless.js';
import { as, defined, FOOTFALL, RANK, RESPONSE, startMetrics, type, UNITS, wrongCells } from './metrics-world.js';

let app: TestApp;
let nik: Browserless;
beforeAll(async () => {
  app = await startMetrics();
  nik = await as(app, 'nik');
});
afterAll(() => app.stop());

const section = ({ status, words }: { status: number; words: string }) =>
  status !== 200 ? `${status} ${words}` : (/Other numbers.*/.exec(words)?.[0] ?? `none in ${words}`);

describe('a number', () => {
  const fields = {
    ...{ name: 'Transactions', nameCy: 'Trafodion', unit: 'transactions', unitCy: 'trafodion', decimals: '0' },
    ...{ direction: 'higher', kind: 'count', grain: 'day', level: 'unit', audience: 'leaders', driver: 'efficiency' },
  };

  it('is defined once, however often its form is sent', async () => {
    expect((await nik.get('/feedback/numbers')).words).toContain('No other number yet');
    const formToken = randomUUID();
    const first = await nik.post('/feedback/numbers', { ...fields, formToken, unitKinds: ['branch'] });
    const again = await nik.post('/feedback/numbers', { ...fields, formToken, unitKinds: ['branch'] });
    expect([first.status, first.location, again.location]).toEqual([
      303,
      '/feedback/numbers/transactions',
      '/feedback/numbers/transactions',
    ]);
    const shown = await nik.get('/feedback/numbers/transactions');
    expect(shown.words).toContain('A count that adds up');
    expect(shown.words).toContain('Those who lead the unit, their managers and the CX team');
    expect(shown.words).toContain('Only branches');
    expect((await nik.get('/feedback/numbers.csv')).text).toContain('Transactions,A count that adds up');
  });

  it.each([
    [{ name: '' }, 'Name the number'],
    [{ name: 'transactions' }, 'There is a number called transactions already.'],
    [{ name: 'Calls', kind: 'average' }, 'Say what an average is weighted by'],
    [{ name: 'Calls', unitCy: '' }, 'Write the unit of measurement in Welsh too.'],
    [{ name: 'Calls', kind: 'sum' }, 'Choose one of these.'],
    [{ name: 'Calls', decimals: '9' }, 'Choose 0 to 4 decimal places.'],
  ])('is not defined by %j', async (wrong, sentence) => {
    const answer = await nik.post('/feedback/numbers', { ...fields, ...wrong, formToken: randomUUID() });
    expect([answer.status, answer.words]).toEqual([422, expect.stringContaining(sentence)]);
  });

  it('keeps its meaning once it has values, and is retired rather than deleted', async () => {
    await type(nik, 'transactions', ['021047', '2027-02-03', '55']);
    const change = (more: object) =>
      nik.post('/feedback/numbers/transactions', { ...fields, ...more, formToken: randomUUID() });
    const refused = await change({ kind: 'level' });
    expect([refused.status, refused.words]).toEqual([422, expect.stringContaining('It has values by now')]);
    expect((await change({ name: 'Deals', audience: 'team' })).status).toBe(303);
    expect((await nik.get('/feedback/numbers')).words).toContain('Deals');
    expect((await nik.post('/feedback/numbers/transactions/retirement')).status).toBe(303);
    const retired = await nik.get('/feedback/numbers/transactions');
    expect(retired.words).toContain('Its values stay.');
    expect(retired.words).not.toContain('Type one number');
    expect(section(await nik.get('/units/021047'))).not.toContain('Deals');
    await nik.post('/feedback/numbers/transactions/return');
    expect(section(await nik.get('/units/021047'))).toContain('Deals');
    expect(await app.db.one('select count(*) as n from metric_value')).toEqual({ n: 1 });
    await nik.post('/feedback/numbers/transactions/retirement');
  });
});

describe('numbers on the page of a place', () => {
  beforeAll(async () => {
    await defined(app, FOOTFALL);
    await defined(app, RESPONSE);
    await defined(app, RANK);
    await type(
      nik,
      'footfall',
      ...[
        ['021047', '2026-12-09', '1000'] as [string, string, string],
        ['021047', '2027-02-01', '1100'] as [string, string, string],
      ],
      ...[
        ['000002', '2026-12-09', '200'] as [string, string, string],
        ['000002', '2027-01-25', '220'] as [string, string, string],
      ],
      ['000004', '2027-02-07', '40'],
    );
    await type(
      nik,
      'first-response-time',
      ['021047', '2026-12-10', '90', '10'],
      ['021047', '2027-02-01', '1', '90'],
      ['021047', '2027-02-02', '11', '10'],
    );
    await type(nik, 'index-rank', ['', '2025-06-01', '31'], ['', '2026-06-01', '24']);
  });

  it('add up, are weighted, or are the latest', async () => {
    const unit = section(await nik.get('/units/021047'));
    expect(unit).toMatch(/Footfall 1,100 visitors Up 10\.0%, better/);
    expect(unit).toMatch(/First response time 2\.0 minutes Down 88\.0 minutes, better/);
    expect(unit).toContain('Weighted by contacts. About Efficiency');
    const area = section(await nik.get('/areas/A1'));
    expect(area).toMatch(/Footfall 1,320 visitors Up 10\.0%, better/);
    expect(area).toContain('1 of 2 branches reported. Week of 1 February 2027');
    expect(area).toContain('660 visitors a place and week');
    const network = section(await nik.get('/dashboard'));
    expect(network).toMatch(/Footfall 1,360 visitors/);
    expect(network).toMatch(/Index rank 24 Down 7, better 2026 The latest one; never added up\./);
    expect(network).toContain('2 of 4 branches reported');
    expect(await wrongCells(app)).toEqual([]);
  });

  it('count the branches of the network as they are after each import and each undo', async () => {
    const reported = async () => /\d of \d branches reported/.exec(section(await nik.get('/dashboard')))?.[0];
    await importUnits(app, [...UNITS, 'R2,South,A3,Downs,000009,Oldtown,branch,england,2021-01-01,']);
    expect(await reported()).toBe('2 of 5 branches reported');
    await undoImport(app, 'network');
    expect(await reported()).toBe('2 of 4 branches reported');
    await importUnits(app, [...UNITS.slice(0, 3), UNITS[3]!.replace('branch', 'paymentPoint')]);
    expect(await reported()).toBe('2 of 3 branches reported');
    await undoImport(app, 'network');
    expect(await reported()).toBe('2 of 4 branches reported');
  });

  it('follow the weeks and the comparison of the address', async () => {
    const weeks = section(await nik.get('/units/021047?weeks=13&against=none'));
    expect(weeks).toMatch(/Footfall 2,100 visitors 13 weeks to/);
    const then = section(await nik.get('/units/021047?from=2026-12-07&to=2026-12-13&against=none'));
    expect(then).toMatch(/Footfall 1,000 visitors/);
  });

  it('say that nobody has reported, or that there is none', async () => {
    expect(section(await nik.get('/areas/A2'))).toContain('Footfall – Nobody has reported for these weeks.');
    expect(section(await nik.get('/units/HQ'))).not.toContain('Footfall');
    await defined(app, { ...FOOTFALL, name: 'Calls', nameCy: 'Galwadau', unitKinds: ['paymentPoint'] });
    expect(section(await nik.get('/areas/A2'))).not.toContain('Calls');
  });

  it('open their rows, one level below, as a page and as a file', async () => {
    const network = await nik.get('/numbers/footfall');
    expect(network.words).toContain('North Week of 1 February 2027 1,100 visitors 1');
    expect(network.text).toContain('/numbers/footfall?region&#x3D;R1&amp;from&#x3D;');
    const region = await nik.get('/numbers/footfall?region=R1&sort=value');
    expect(region.words).toContain('Moors Week of 7 December 2026 1,200 visitors 2');
    const area = await nik.get('/numbers/footfall?area=A1&from=2027-01-25&to=2027-01-31');
    expect(area.words).toContain('Millbridge Week of 25 January 2027 220 visitors');
    expect(area.words).not.toContain('Ashbridge');
    const file = await nik.get('/numbers/first-response-time.csv?unit=021047&sort=-period');
    expect(file.text.replace('\uFEFF', '').split('\r\n').slice(0, 3)).toEqual([
      'Code,Place,Period,First response time,Number of contacts',
      '021047,Ashbridge,2026-12-10,90,10',
      '021047,Ashbridge,2027-02-01,1,90',
    ]);
    expect((await nik.get('/numbers/index-rank')).words).toContain('The whole network 2026 24');
    expect((await nik.get('/numbers/footfall?area=A2')).words).toContain('Nobody has reported for these days');
  });

  it('are typed with sentences for what cannot be', async () => {
    const send = async (key: string, place: string, day: string, value: string, weight = '') => {
      const fields = { place, day, value, weight, formToken: randomUUID() };
      const answer = await nik.post(`/feedback/numbers/${key}/values`, fields);
      return [answer.status, answer.words];
    };
    const no = (sentence: string) => [422, expect.stringContaining(sentence)];
    expect(await send('footfall', '21047', '2027-02-01', '5')).toEqual(no('021047'));
    expect(await send('footfall', '021047', '2027-02-15', '5')).toEqual(no('has not begun yet'));
    expect(await send('footfall', '021047', '2027-02-31', '5')).toEqual(no('Choose a day of the period.'));
    expect(await send('footfall', '021047', '2027-02-01', 'many')).toEqual(no('Write the number as 1234.5.'));
    expect(await send('footfall', '021047', '2027-02-01', '-5')).toEqual(no('A count can’t be less than 0.'));
    expect(await send('footfall', 'HQ', '2027-02-01', '5')).toEqual(no('not of a kind that has this number'));
    expect(await send('first-response-time', '021047', '2027-02-01', '5')).toEqual(no('number of contacts is missing'));
  });

  it('keep what a correction replaced, and come back when it is taken back', async () => {
    await type(nik, 'index-rank', ['', '2026-06-01', '19'], ['', '2026-06-01', '18']);
    expect(section(await nik.get('/dashboard'))).toMatch(/Index rank 18/);
    const undo = async (which: number) => {
      const ids = await app.db.query<{ id: number }>(
        `select i.id from metric_import i join custom_metric m on m.id = i.metric_id where m.key = 'index-rank' order by i.id desc`,
      );
      expect((await nik.post(`/feedback/numbers/index-rank/imports/${ids[which]!.id}/undo`)).status).toBe(303);
      await app.runJobs();
      expect(await wrongCells(app)).toEqual([]);
    };
    await undo(1);
    expect(section(await nik.get('/dashboard'))).toMatch(/Index rank 18/);
    await undo(0);
    expect(section(await nik.get('/dashboard'))).toMatch(/Index rank 24/);
    expect((await nik.get('/feedback/numbers/index-rank')).words).toContain('Taken back');
    expect(await app.db.one('select count(*) as n from metric_value_history')).toEqual({ n: 0 });
  });

  it('are told to other modules by unit and week', async () => {
    const series = await app.nest.get(MetricSeries).weekly('footfall', { from: '2027-01-25', to: '2027-02-01' });
    expect(series?.weeks).toEqual(['2027-01-25', '2027-02-01']);
    expect([...series!.values].map(String).sort()).toEqual(['1100', '220', '40', 'NaN', 'NaN', 'NaN']);
    expect(await app.nest.get(MetricSeries).weekly('index-rank', { from: '2027-01-25', to: '2027-02-01' })).toBeNull();
    expect(await app.nest.get(MetricSeries).weekly('nothing', { from: '2027-01-25', to: '2027-02-01' })).toBeNull();
  });

  it('follow a unit that turns out to have stood elsewhere', async () => {
    await importUnits(app, [...UNITS.slice(0, 1), UNITS[1]!.replace('A1,Moors', 'A2,Coast'), ...UNITS.slice(2)]);
    await app.runJobs();
    expect(await wrongCells(app)).toEqual([]);
    expect(section(await nik.get('/areas/A2'))).toMatch(/Footfall 220 visitors/);
    expect(section(await nik.get('/areas/A1'))).toMatch(/Footfall 1,100 visitors/);
  });
});

describe('an outsider', () => {
  it('opens no rows beyond reach, and none that are for others', async () => {
    const [sam, ella, dawn, olga] = await Promise.all(['sam', 'ella', 'dawn', 'olga'].map((who) => as(app, who)));
    const nothing = (await olga!.get('/numbers/nothing?unit=021047')).status;
    for (const [who, path] of [
      [sam, '/numbers/footfall'],
      [sam, '/numbers/footfall?unit=000002'],
      [sam, '/numbers/footfall?area=A1'],
      [dawn, '/numbers/footfall?area=A3'],
      [dawn, '/numbers/footfall?region=R1'],
      [olga, '/numbers/footfall?unit=021047'],
      [olga, '/numbers/footfall.csv?unit=021047'],
    ] as const)
      expect([path, (await who!.get(path)).status]).toEqual([path, nothing]);
    expect((await sam!.get('/numbers/footfall?unit=021047')).status).toBe(200);
    expect((await dawn!.get('/numbers/footfall?area=A1')).status).toBe(200);
    await defined(app, { ...FOOTFALL, name: 'Queue time', audience: 'leaders' });
    expect((await sam!.get('/numbers/queue-time?unit=021047')).status).toBe(404);
    expect(section(await sam!.get('/units/021047'))).not.toContain('Queue time');
    expect(section(await ella!.get('/units/021047'))).toContain('Queue time');
    expect(section(await dawn!.get('/units/021047'))).toContain('Queue time');
  });

  it('defines nothing and brings in nothing', async () => {
    const dawn = await as(app, 'dawn');
    for (const path of [
      '/feedback/numbers',
      '/feedback/numbers/new',
      '/feedback/numbers/footfall',
      '/feedback/numbers.csv',
    ])
      expect([path, (await dawn.get(path)).status]).toEqual([path, 403]);
    const formToken = randomUUID();
    expect(
      (
        await dawn.post('/feedback/numbers/footfall/values', {
          place: '021047',
          day: '2027-02-01',
          value: '9',
          formToken,
        })
      ).status,
    ).toBe(403);
    expect((await dawn.post('/feedback/numbers/footfall/retirement')).status).toBe(403);
    expect((await nik.get('/feedback/numbers/nothing')).status).toBe(404);
    expect((await nik.post('/feedback/numbers/footfall/imports/999999/undo')).status).toBe(404);
  });
});
