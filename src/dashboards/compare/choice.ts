/** What somebody asked to compare, read from the address. */
import { isMeasure } from '../../feedback/standings/measures.js';
import { UNIT_KINDS } from '../../network/imports/codes.js';
import { pageNumber } from '../../platform/web/list-pages.js';
import type { CompareChoice } from './paths.js';

/** Anything that is not one of the choices is as if it had not been asked. */
export function readCompareChoice({ kind, by, page }: Record<string, unknown>): CompareChoice {
  return {
    kind: UNIT_KINDS.find((one) => one === kind) ?? 'branch',
    measure: isMeasure(by) ? by : 'ease',
    page: pageNumber(page),
  };
}
