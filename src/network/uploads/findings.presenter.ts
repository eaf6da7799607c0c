import { t } from '../../platform/language/t.js';
import { sayNumber } from '../../platform/say.js';
import { paginate, sayShowing } from '../../platform/web/list-pages.js';
import type { ImportResult } from '../imports/import-result.js';
import type { ReportPage } from '../imports/report-pages.service.js';
import { REPORT_KINDS, type ReportKind, type ReportRow } from '../imports/report-row.js';
import { differencesPath, findingsPath, importPath } from '../paths.js';
import { allOf } from './findings.js';
import { sayDifference, sayKindOfRow } from './say-result.js';
import { sayKind, whenAndWho } from './uploads.presenter.js';
import type { UploadedImport } from './uploads.service.js';

/** All that a file does, a page at a time, by kind. */
export function presentFindings(
  file: UploadedImport,
  counts: ImportResult,
  rows: readonly ReportRow[],
  at: ReportPage & { total: number },
) {
  const here = (kind: ReportKind | null, page = 1) => findingsPath(file.id, { kind, page });
  return {
    title: file.result
      ? t('What {file} did, row by row', { file: file.fileName })
      : t('What {file} would do, row by row', { file: file.fileName }),
    sub: t('{kind}. {who}.', { kind: sayKind(file.kind), who: whenAndWho(file) }),
    back: { text: t('Back to the import'), href: importPath(file.id) },
    kinds: [null, ...REPORT_KINDS].flatMap((kind) => {
      const n = allOf(counts, kind);
      const choice = { path: here(kind), current: kind === at.kind, text: sayChoice(kind), n: sayNumber(n) };
      return n > 0 || choice.current ? [choice] : [];
    }),
    rows: rows.map(rowOf),
    empty: rows.length === 0,
    showing: sayShowing(at),
    pagination: paginate(at, (page) => here(at.kind, page)),
    download: differencesPath(file.id),
  };
}

const sayChoice = (kind: ReportKind | null) => (kind === null ? t('All rows') : sayKindOfRow(kind));

function rowOf(row: ReportRow) {
  const line = row.line > 0 ? sayNumber(row.line) : null;
  if ('reason' in row) {
    const head = t('Line {line}', { line: sayNumber(row.line) });
    const code = row.column === '' ? t('The whole row') : row.column;
    return { head, code, kind: sayKindOfRow('rejected'), tone: 'bad', what: row.reason, line: null };
  }
  const tone = row.change === 'ended' ? 'warn' : row.change === 'new' ? 'good' : null;
  return { head: row.name, code: row.code, kind: sayKindOfRow(row.change), tone, what: sayDifference(row), line };
}
