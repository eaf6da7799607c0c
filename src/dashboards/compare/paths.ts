/** Units held against each other, at each level. */
import type { UnitKind } from '../../network/imports/codes.js';
import { areaPath, regionPath } from '../../network/paths.js';
import type { Measure } from '../../feedback/standings/measures.js';
import { dashboardPath } from '../paths.js';

export type CompareLevel = 'network' | 'region' | 'area';

export interface CompareAddress {
  level: CompareLevel;
  /** Of the region or area; null for the network. */
  code: string | null;
}

export interface CompareChoice {
  kind: UnitKind;
  measure: Measure;
  page: number;
}

/** '/areas/A07/compare?kind=paymentPoint&by=efficiency'; what is usual is left out. */
export function comparePath({ level, code }: CompareAddress, choice: Partial<CompareChoice> = {}): string {
  const { kind = 'branch', measure = 'ease', page = 1 } = choice;
  const query = new URLSearchParams({
    ...(kind === 'branch' ? {} : { kind }),
    ...(measure === 'ease' ? {} : { by: measure }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString();
  const path = `${placePath(level, code ?? '')}/compare`;
  return query ? `${path}?${query}` : path;
}

function placePath(level: CompareLevel, code: string): string {
  if (level === 'network') return dashboardPath;
  return level === 'region' ? regionPath(code) : areaPath(code);
}
