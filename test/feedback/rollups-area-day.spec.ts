import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { landResponses, type StagedResponse } from '../../src/feedback/imports/landing.queries.js';
import { COUNTED_COLUMNS, moveRollups } from '../../src/feedback/rollups/rollups.queries.js';
import { londonDate } from '../../src/platform/dates.js';
import { importUnits } from '../network/files.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { wrongCells } from './imports.js';

let app: TestApp;
let units: number[];
let imports: { source: number; import: number }[];

beforeAll(async () => {
  app = await startTestApp();
  await importUnits(app, [
    'R1,North,A1,Moors,000001,Ashbridge,branch,england,2020-01-01,',
    // Moved from the moors to the coast on the day after the clocks went forward.
    'R1,North,A1,Moors,000002,Millbridge,branch,england,2020-01-01,2026-03-29',
    'R1,North,A2,Coast,000002,Millbridge,branch,england,2026-03-30,',
    'R2,South,A3,Downs,000003,Chalkford,branch,england,2020-01-01,',
  ]);
  units = (await app.db.query<{ id: number }>('select id from unit order by code')).map(({ id }) => id);
  imports = await app.db.query(
    `with s as (insert into survey_source (name) values ('One'), ('Two') returning id),
          m as (insert into survey_mapping (source_id, number, mapping) select id, 1, '{}' from s returning id, source_id)
     insert into survey_import (source_id, mapping_id, file_name, file_sha256) select source_id, id, '', '' from m
     returning source_id as source, id as import`,
  );
});
afterAll(() => app.stop());
afterEach(() => app.db.query('truncate survey_response_history, survey_response, unit_week, area_day'));

const land = (rows: readonly StagedResponse[], supplier = 0) =>
  app.db.write((tx) => landResponses(tx, imports[supplier]!.source, imports[supplier]!.import, rows));

/** Around both clock changes of a year, so that days of 23 and 25 hours are drawn often. */
const moments = fc.oneof(
  fc.date({ min: new Date('2026-03-27T00:00Z'), max: new Date('2026-04-01T00:00Z'), noInvalidDate: true }),
  fc.date({ min: new Date('2026-10-23T00:00Z'), max: new Date('2026-10-27T00:00Z'), noInvalidDate: true }),
);

const responses: fc.Arbitrary<StagedResponse> = fc.record({
  key: fc.nat({ max: 12 }).map(String),
  unitId: fc.nat({ max: 2 }).map((at) => units[at]!),
  answeredAt: moments,
  answers: fc.record(
    {
      ease: fc.integer({ min: 1, max: 5 }),
      emotion: fc.integer({ min: -2, max: 2 }),
      efficiency: fc.integer({ min: 1, max: 5 }),
    },
    { requiredKeys: [] },
  ),
  comment: fc.option(fc.constant('Said')),
});

const batches = fc.array(fc.uniqueArray(responses, { selector: ({ key }) => key, maxLength: 10 }), { maxLength: 4 });

/** Takes an import back as an undo does: out of the rollups, then out of the answers. */
async function undo(supplier: number): Promise<void> {
  const ofImport = `select -1 as weight, ${COUNTED_COLUMNS.join(', ')} from survey_response where import_id = $1`;
  await app.db.write(async (tx) => {
    await moveRollups(tx, ofImport, [imports[supplier]!.import]);
    await tx.query('delete from survey_response_history where import_id = $1', [imports[supplier]!.import]);
    await tx.query('delete from survey_response where import_id = $1', [imports[supplier]!.import]);
  });
}

describe('the rollups by unit and week, and by area and day', () => {
  it('are what a recount of the answers says, whatever is added, corrected and taken back', async () => {
    const both = fc.tuple(batches, batches);
    await fc.assert(
      fc
        .asyncProperty(both, async ([ones, twos]) => {
          for (const rows of ones) await land(rows, 0);
          for (const rows of twos) await land(rows, 1);
          expect(await wrongCells(app)).toEqual([]);
          await undo(1);
          expect(await wrongCells(app)).toEqual([]);
        })
        .afterEach(() => app.db.query('truncate survey_response_history, survey_response, unit_week, area_day')),
      { numRuns: 25, seed: 7 },
    );
  });

  it('stay so when two suppliers land at once, in whatever order their rows come', async () => {
    const sample = fc.sample(fc.uniqueArray(responses, { selector: ({ key }) => key, minLength: 8 }), {
      numRuns: 12,
      seed: 11,
    });
    for (let at = 0; at < sample.length; at += 2) {
      await Promise.all([land(sample[at]!, 0), land([...sample[at + 1]!].reverse(), 1)]);
    }
    expect(await wrongCells(app)).toEqual([]);
  });

  it('count an answer in the area where its unit stood on the London day', async () => {
    const at = (time: string, key: string) => ({
      key,
      unitId: units[1]!,
      answeredAt: new Date(time),
      answers: { ease: 5 },
      comment: null,
    });
    await land([at('2026-03-29T22:59:00Z', 'before'), at('2026-03-29T23:01:00Z', 'after')]);
    expect(londonDate(new Date('2026-03-29T23:01:00Z'))).toBe('2026-03-30');
    expect(
      await app.db.query(
        'select a.code, d.day, d.ease_n from area_day d join area a on a.id = d.area_id order by a.code',
      ),
    ).toEqual([
      { code: 'A1', day: '2026-03-29', ease_n: 1 },
      { code: 'A2', day: '2026-03-30', ease_n: 1 },
    ]);
  });

  it('are filled for the answers that an older version had taken in', async () => {
    await land(
      fc.sample(fc.uniqueArray(responses, { selector: ({ key }) => key, minLength: 8 }), { numRuns: 1, seed: 3 })[0]!,
    );
    const kept = await app.db.query('select * from area_day order by area_id, day');
    await app.db.query('truncate area_day');
    const migration = readFileSync('migrations/0027-answer-places.sql', 'utf8');
    await app.db.query(
      migration.slice(migration.indexOf('insert into area_day'), migration.indexOf('-- The units that a report')),
    );
    expect(kept.length).toBeGreaterThan(0);
    expect(await app.db.query('select * from area_day order by area_id, day')).toEqual(kept);
  });
});
