/** Which rows of all that an import does are shown: read from the address, so that a link shows a colleague the same. */
import { pageNumber } from '../../platform/web/list-pages.js';
import type { ImportResult } from '../imports/import-result.js';
import type { ReportPage } from '../imports/report-pages.service.js';
import { REPORT_KINDS, type ReportKind } from '../imports/report-row.js';

const ROWS_ON_A_PAGE = 50;

type Counts = Pick<ImportResult, 'new' | 'moved' | 'changed' | 'rejected' | 'snapshot'>;

/** How many rows of a kind there are, or of all that do something. */
export function allOf(counts: Counts, kind: ReportKind | null): number {
  if (kind === 'ended') return counts.snapshot?.ends ?? 0;
  if (kind !== null) return counts[kind];
  return REPORT_KINDS.reduce((sum, one) => sum + allOf(counts, one), 0);
}

/** What is no choice is as if it had not been asked; behind the last page is the last. */
export function readReportPage(query: Record<string, unknown>, counts: Counts): ReportPage {
  const kind = REPORT_KINDS.find((one) => one === query.kind) ?? null;
  const last = Math.max(1, Math.ceil(allOf(counts, kind) / ROWS_ON_A_PAGE));
  return { kind, at: Math.min(pageNumber(query.page), last), each: ROWS_ON_A_PAGE };
}
