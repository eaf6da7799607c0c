import { t } from '../../platform/language/t.js';
import { sayNumber } from '../../platform/say.js';
import type { Difference, ImportResult, Rejection } from '../imports/import-result.js';
import type { ReportKind } from '../imports/report-row.js';
import { differencesPath, findingsPath, rejectsPath } from '../paths.js';
import { sayDifference } from './say-result.js';
import type { UploadedImport } from './uploads.service.js';

/** The pages and the file on which all of it stands. */
export function presentEverything({ id, result }: UploadedImport) {
  return {
    path: findingsPath(id, {}),
    text: result ? t('See everything it did, row by row') : t('See everything it would do, row by row'),
    download: differencesPath(id),
  };
}

const ROWS_SHOWN = 20;

/** The first of each kind. @param id of the file, for those who may go on to the others */
export function presentLists({ newcomers, difference, snapshot, ...counts }: ImportResult, id: number | null) {
  const lists: { kind: ReportKind; heading: string; rows: readonly Difference[]; all: number }[] = [
    { kind: 'moved', heading: t('Moved'), rows: of(difference, 'moved'), all: counts.moved },
    { kind: 'changed', heading: t('Changed'), rows: of(difference, 'changed'), all: counts.changed },
    { kind: 'ended', heading: t('Ended by the snapshot'), rows: snapshot?.first ?? [], all: snapshot?.ends ?? 0 },
    { kind: 'new', heading: t('New'), rows: newcomers, all: counts.new },
  ];
  return lists
    .filter(({ all }) => all > 0)
    .map(({ kind, heading, rows, all }) => ({
      summary: t('{heading}: {n}', { heading, n: sayNumber(all) }),
      table: tableOf(heading, rows),
      more: sayMore(Math.min(rows.length, ROWS_SHOWN), all),
      rest: id === null || all <= ROWS_SHOWN ? null : { href: findingsPath(id, { kind }), text: sayRest(all) },
    }));
}

const of = (rows: readonly Difference[], change: Difference['change']) => rows.filter((row) => row.change === change);

const sayRest = (all: number) => t('See all {n}, page by page', { n: sayNumber(all) });

function tableOf(heading: string, rows: readonly Difference[]) {
  return {
    caption: heading,
    captionHidden: true,
    head: [t('Code'), t('Name'), t('What happens'), t('Line')].map((value) => ({ text: value, numeric: false })),
    rows: rows.slice(0, ROWS_SHOWN).map((row) => ({
      cells: [text(row.code), text(row.name), text(sayDifference(row)), text(row.line > 0 ? String(row.line) : '–')],
    })),
  };
}

const text = (value: string) => ({ text: value, numeric: false, href: null });

function sayMore(shown: number, all: number): string | null {
  if (shown >= all) return null;
  return shown === 0
    ? t('They are not listed here.')
    : t('The first {shown} of {all}.', { shown: sayNumber(shown), all: sayNumber(all) });
}

/** @param id of the file, for those who may read all of them */
export function presentRejected({ errors, rejected }: ImportResult, id: number | null) {
  return {
    heading: t('{n, plural, one {# row is rejected} other {# rows are rejected}}', { n: rejected }),
    table: {
      caption: t('Rejected rows'),
      captionHidden: true,
      head: [t('Line'), t('Column'), t('Why')].map((value) => ({ text: value, numeric: false })),
      rows: errors.map(({ line, column, reason }: Rejection) => ({
        cells: [text(sayNumber(line)), text(column || '–'), text(reason)],
      })),
    },
    more: sayMore(errors.length, rejected),
    download: id === null ? null : rejectsPath(id),
  };
}
