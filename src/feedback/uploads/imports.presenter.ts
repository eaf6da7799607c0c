import { t } from '../../platform/language/t.js';
import { sayMoment, sayNumber } from '../../platform/say.js';
import { csvPath } from '../../platform/web/csv-path.js';
import { type Problem, presentProblems } from '../../platform/web/form.js';
import { metricsPath } from '../custom-metrics/paths.js';
import type { ImportListed } from '../imports/imports.queries.js';
import { type PageOfList, paginate, sayShowing } from '../../platform/web/list-pages.js';
import {
  checksPath,
  importPath,
  importsPath,
  newSourcePath,
  pastImportPath,
  pastRejectsPath,
  sourcesPath,
  themesPath,
} from '../paths.js';
import type { SourceRow } from '../sources/sources.queries.js';
import { sayUploadState } from './say-upload.js';
import type { SurveyUpload } from './survey-uploads.service.js';
import type { AnswersForm } from './uploads.forms.js';

interface Around {
  sources: readonly SourceRow[];
  /** Not ended yet. */
  open: readonly SurveyUpload[];
  problems: readonly Problem[];
  chosen: Partial<AnswersForm>;
  /** Null for those who only read. */
  formToken: string | null;
}

/** The list of imports as it is printed, under the form that adds one. */
export function importsPage(rows: readonly ImportListed[], at: PageOfList, around: Around) {
  return {
    title: t('Imports of customer feedback'),
    sub: t('Each file of answers that came in, newest first, and what became of its lines.'),
    problems: presentProblems(around.problems),
    form: presentForm(around),
    newSource: newSourcePath,
    sourcesPath,
    numbersPath: metricsPath,
    themesPath,
    checksPath,
    open: around.open.map((upload) => ({
      name: upload.fileName,
      path: importPath(upload.id),
      state: sayUploadState(upload),
      who: upload.startedBy?.name ?? null,
    })),
    empty: rows.length === 0,
    table: importsTable(rows),
    csv: csvPath(importsPath),
    showing: sayShowing(at),
    pagination: paginate(at, (page) => `${importsPath}?page=${page}`),
  };
}

/** What became of each file, as the page and its file show it. */
export function importsTable(rows: readonly ImportListed[]) {
  return {
    caption: t('Imports, newest first'),
    captionHidden: true,
    head: [
      ...[t('Started'), t('Source'), t('File'), t('State')].map((text) => ({ text, numeric: false })),
      ...[t('Read'), t('New'), t('Changed'), t('Unchanged'), t('Rejected')].map((text) => ({ text, numeric: true })),
    ],
    rows: rows.map((row) => ({ cells: cellsOf(row) })),
  };
}

function presentForm({ sources, problems, chosen, formToken }: Around) {
  if (formToken === null || sources.length === 0) return null;
  return {
    path: importsPath,
    formToken,
    by: presentProblems(problems)?.by ?? {},
    sources: [
      { value: '', text: t('Choose a source'), selected: !chosen.source },
      ...sources.map(({ id, name }) => ({ value: String(id), text: name, selected: chosen.source === String(id) })),
    ],
  };
}

/** A row of the history; rejected lines lead to their list while there is one. */
export function cellsOf(row: ImportListed) {
  const { tally } = row;
  const number = (value: number | undefined, href: string | null = null) => ({
    text: sayNumber(value ?? 0),
    numeric: true,
    href,
  });
  const rejects = row.rejectsFile && (tally.rejected ?? 0) > 0 ? pastRejectsPath(row.id) : null;
  return [
    cell(startedBy(row)),
    cell(row.source),
    cell(row.fileName, row.fileImportId === null ? pastImportPath(row.id) : importPath(row.fileImportId)),
    cell(stateOf(row)),
    number(row.rowsRead),
    number(tally.new),
    number(tally.changed),
    number(tally.unchanged),
    number(tally.rejected, rejects),
  ];
}

function startedBy({ startedAt, startedBy: name }: ImportListed): string {
  const moment = sayMoment(startedAt);
  return name ? t('{moment}, {name}', { moment, name }) : moment;
}

function stateOf({ finishedAt, error, rowsRead, tally, undo }: ImportListed): string {
  if (undo !== null) return undo === 'done' ? t('Undone') : t('Being undone');
  if (error) return error;
  if (!finishedAt)
    return t(
      'Stopped or running after {n, plural, one {# line} other {# lines}}. Importing the file again goes on from there.',
      { n: rowsRead },
    );
  return (tally.rejected ?? 0) > 0 ? t('Done, with rejected lines') : t('Done');
}

const cell = (text: string, href: string | null = null) => ({ text, numeric: false, href });
