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
export type UnitCells = Record<(typeof UNIT_COLUMNS)[number], string>;

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
  return 'reason' in dated ? dated : { row: { ...named(cells), kind, nation, days: dated.days } };
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

function named(cells: UnitCells): Omit<UnitRow, 'kind' | 'nation' | 'days'> {
  return {
    regionCode: cells.region_code,
    regionName: cells.region_name,
    areaCode: cells.area_code,
    areaName: cells.area_name,
    unitCode: cells.unit_code,
    unitName: cells.unit_name,
  };
}
