import { Injectable } from '@nestjs/common';
import { BESIDE_A_JOB, standsIn } from '../roles.js';
import type { Days } from './days.js';
import { type ImportOptions, ImportRun } from './import-run.service.js';
import type { ImportResult } from './import-result.js';
import { NetworkImportQueries } from './network-import.queries.js';
import { PeopleImportQueries } from './people-import.queries.js';
import { PERSON_COLUMNS, type PersonRow, readPersonRow } from './person-row.js';
import { readUnitRow, UNIT_COLUMNS, UNIT_OPTIONAL, type UnitRow } from './unit-row.js';

/** The two files of the contract: units with their areas and regions, and people with their postings. */
@Injectable()
export class Imports {
  constructor(
    private readonly runs: ImportRun,
    private readonly network: NetworkImportQueries,
    private readonly people: PeopleImportQueries,
  ) {}

  importNetwork(path: string, options: ImportOptions): Promise<ImportResult> {
    const plan = {
      kind: 'network',
      columns: UNIT_COLUMNS,
      optional: UNIT_OPTIONAL,
      read: readUnitRow,
      staged: stagedUnit,
      width: 10,
      queries: this.network,
    } as const;
    return this.runs.run(path, plan, options);
  }

  importPeople(path: string, options: ImportOptions): Promise<ImportResult> {
    const plan = {
      kind: 'people',
      columns: PERSON_COLUMNS,
      read: readPersonRow,
      staged: stagedPosting,
      width: 8,
      queries: this.people,
    } as const;
    return this.runs.run(path, plan, options);
  }
}

function stagedUnit(row: UnitRow): (string | null)[] {
  const { regionCode, regionName, areaCode, areaName, unitCode, unitName, kind, nation, days, mergedInto } = row;
  return [regionCode, regionName, areaCode, areaName, unitCode, unitName, kind, nation, range(days), mergedInto];
}

function stagedPosting(row: PersonRow): (string | null)[] {
  const track = BESIDE_A_JOB.includes(row.role) ? row.role : 'job';
  return [row.reference, row.name, row.email, row.placeCode, row.role, standsIn(row.role), track, range(row.days)];
}

function range(days: Days): string {
  return days.last === null ? `[${days.first},)` : `[${days.first},${days.last}]`;
}
