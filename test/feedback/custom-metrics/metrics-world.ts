/** What the specs of custom metrics share: a small network with a merger in it, and those who ask. */
import { randomUUID } from 'node:crypto';
import type { MetricDraft } from '../../../src/feedback/custom-metrics/metric.js';
import { Metrics } from '../../../src/feedback/custom-metrics/metrics.service.js';
import { importPeople, importUnits } from '../../network/files.js';
import { as } from '../../campaigns/week-world.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import type { Browserless, Fields } from '../../support/browserless.js';

export async function startMetrics(now = '2027-02-10T10:00:00Z'): Promise<TestApp> {
  const app = await startTestApp({ now });
  await importUnits(app, UNITS);
  await importPeople(app, [
    'nik,Nik Jones,,HQ,analyst,2020-01-01,',
    'sam,Sam Jones,,021047,staff,2020-01-01,',
    'ella,Ella Jones,,021047,postmaster,2020-01-01,',
    'dawn,Dawn Jones,,A1,areaManager,2020-01-01,',
    'marc,Marc Jones,,R1,regionalManager,2020-01-01,',
    'olga,Olga Jones,,A3,areaManager,2020-01-01,',
  ]);
  return app;
}

export const UNITS = [
  'R1,North,A1,Moors,021047,Ashbridge,branch,england,2020-01-01,',
  'R1,North,A1,Moors,000002,Millbridge,branch,england,2020-01-01,',
  'R1,North,A2,Coast,000003,Seahaven,branch,england,2020-01-01,',
  'R2,South,A3,Downs,000004,Newtown,branch,england,2020-01-01,',
  'R2,South,A3,Downs,HQ,Head office,department,england,2020-01-01,',
];

export const FOOTFALL: MetricDraft = {
  ...{ name: 'Footfall', nameCy: 'Ymwelwyr', unit: 'visitors', unitCy: 'ymwelwyr', weightName: '', weightNameCy: '' },
  ...{ decimals: 0, direction: 'higher', kind: 'count', grain: 'week', level: 'unit', audience: 'everyone' },
  ...{ driver: null, unitKinds: ['branch'] },
};

export const RESPONSE: MetricDraft = {
  ...FOOTFALL,
  ...{ name: 'First response time', nameCy: 'Amser ymateb', unit: 'minutes', unitCy: 'munud', decimals: 1 },
  ...{ weightName: 'contacts', weightNameCy: 'cysylltiadau', direction: 'lower', kind: 'average', grain: 'day' },
  ...{ driver: 'efficiency', unitKinds: [] },
};

export const RANK: MetricDraft = {
  ...FOOTFALL,
  ...{ name: 'Index rank', nameCy: 'Safle', unit: '', unitCy: '', direction: 'lower', kind: 'level', grain: 'year' },
  ...{ level: 'network', unitKinds: [] },
};

/** Defines a number as the CX team would, and answers its key. */
export const defined = (app: TestApp, draft: MetricDraft): Promise<string> =>
  app.nest.get(Metrics).define(draft, randomUUID(), null);

/** Types numbers into the form: place, day, value and, of an average, weight. */
export async function type(
  nik: Browserless,
  key: string,
  ...values: [place: string, day: string, value: string, weight?: string][]
) {
  for (const [place, day, value, weight = ''] of values) {
    const fields: Fields = { place, day, value, weight, formToken: randomUUID() };
    const sent = await nik.post(`/feedback/numbers/${key}/values`, fields);
    if (sent.status !== 303) throw new Error(`Not taken: ${sent.status} ${sent.words}`);
  }
}

/** The cells as they are, and as the values say they should be. */
export async function wrongCells(app: TestApp): Promise<object[]> {
  return app.db.query(
    `with leaf as (
       select m.id, v.area_id, v.region_id, v.place_id, v.value, coalesce(v.weight, 1) as weight,
              case when m.grain = 'day' and m.kind <> 'level' then date_trunc('week', v.starts_on)::date else v.starts_on end as bucket
         from metric_value v join custom_metric m on m.id = v.metric_id),
     placed as (
       select l.*, coalesce(l.region_id, (select ar.region_id from area_region ar where ar.area_id = l.area_id
                                           order by ar.valid @> l.bucket desc, ar.valid limit 1)) as region from leaf l),
     wanted as (
       select id, 'area' as level, area_id as place, bucket, count(distinct place_id) as places, count(*) as n,
              sum(value) as total, sum(value * weight) as weighted
         from placed where area_id is not null group by 1, 3, 4
       union all select id, 'region', region, bucket, count(distinct (area_id, place_id)), count(*), sum(value), sum(value * weight)
         from placed where region is not null group by 1, 3, 4
       union all select id, 'network', 0, bucket, count(distinct (region, area_id, place_id)), count(*), sum(value), sum(value * weight)
         from placed group by 1, 4)
     select * from wanted w full join metric_cell c
         on c.metric_id = w.id and c.level = w.level and c.place_id = w.place and c.bucket = w.bucket
      where (w.places, w.n, w.total, w.weighted) is distinct from (c.places, c.n, c.total, c.weighted)`,
  );
}

export { as };
