import { t } from '../../platform/language/t.js';
import {
  codeProblem,
  excerpt,
  nameProblem,
  readNation,
  readUnitKind,
  unitCodeProblem,
  type Nation,
  type UnitKind,
} from './codes.js';
import type { Cells } from './csv-files.service.js';
import { readDays, type Days } from './days.js';
import { firstUnfit, type Unfit } from './unfit.js';

export const UNIT_COLUMNS = [
  'region_code',
  'region_name',
  'area_code',
  'area_name',
  'unit_code',
  'unit_name',
  'kind',
  'nation',
  'from',
  'to',
] as const;
/** What a file may leave out: it then says nothing about mergers. */
export const UNIT_OPTIONAL = ['merged_into'] as const;
/** The columns in the order of the documentation, as we write them. */
export const UNIT_FILE_COLUMNS = [...UNIT_COLUMNS, ...UNIT_OPTIONAL] as const;

export type UnitCells = Cells<(typeof UNIT_COLUMNS)[number], (typeof UNIT_OPTIONAL)[number]>;

/** One row of the units file: where a unit stands from a day on, and what everything is called. */
export interface UnitRow {
  regionCode: string;
  regionName: string;
  areaCode: string;
  areaName: string;
  unitCode: string;
  unitName: string;
  kind: UnitKind;
  nation: Nation;
  days: Days;
  /** The code of the unit that it merges into on its last day; '' for none, null when the file does not say. */
  mergedInto: string | null;
}

/** Reads one row by itself; what two rows say against each other is found when all of them are known. */
export function readUnitRow(cells: UnitCells): { row: UnitRow } | Unfit {
  const kind = readUnitKind(cells.kind);
  if (!kind) {
    return {
      column: 'kind',
      reason: t('“{text}” in kind is not one of branch, paymentPoint, contactCentre, department.', {
        text: excerpt(cells.kind),
      }),
    };
  }
  const nation = readNation(cells.nation);
  if (!nation) {
    return {
      column: 'nation',
      reason: t('“{text}” in nation is not one of england, wales, scotland, northernIreland.', {
        text: excerpt(cells.nation),
      }),
    };
  }
  const unfit = codesAndNames(cells, kind);
  if (unfit) return unfit;
  const dated = readDays(cells.from, cells.to);
  if ('reason' in dated) return dated;
  const mergedInto = cells.merged_into ?? null;
  const reason = mergerProblem(cells.unit_code, mergedInto, dated.days);
  if (reason !== null) return { column: 'merged_into', reason };
  return { row: { ...named(cells), kind, nation, days: dated.days, mergedInto } };
}

/** What one row by itself says wrong about where its unit went. */
function mergerProblem(code: string, into: string | null, { last }: Days): string | null {
  if (into === null || into === '') return null;
  if (into === code) return t('A unit cannot merge into itself. Name the unit that took over from it.');
  if (last !== null) return codeProblem('merged_into', into);
  return t('A unit merges on its last day. Fill in the day in to, or leave merged_into empty.');
}

function codesAndNames(cells: UnitCells, kind: UnitKind): Unfit | null {
  return firstUnfit([
    ['region_code', codeProblem('region_code', cells.region_code)],
    ['region_name', nameProblem('region_name', cells.region_name)],
    ['area_code', codeProblem('area_code', cells.area_code)],
    ['area_name', nameProblem('area_name', cells.area_name)],
    ['unit_name', nameProblem('unit_name', cells.unit_name)],
    ['unit_code', unitCodeProblem(kind, cells.unit_code)],
  ]);
}

function named(cells: UnitCells): Omit<UnitRow, 'kind' | 'nation' | 'days' | 'mergedInto'> {
  return {
    regionCode: cells.region_code,
    regionName: cells.region_name,
    areaCode: cells.area_code,
    areaName: cells.area_name,
    unitCode: cells.unit_code,
    unitName: cells.unit_name,
  };
}
