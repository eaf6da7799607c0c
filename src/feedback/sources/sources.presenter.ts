import { t } from '../../platform/language/t.js';
import { sayFullDate, sayNumber } from '../../platform/say.js';
import { londonDate } from '../../platform/dates.js';
import { type Problem, presentProblems } from '../../platform/web/form.js';
import type { ImportListed } from '../imports/imports.queries.js';
import { importsPath, newSourcePath, sourcePath, sourcesPath } from '../paths.js';
import { cellsOf } from '../uploads/imports.presenter.js';
import { choicesOf, QUESTIONS } from './mapping-choices.js';
import { questionName } from './question-name.js';
import type { NewSourceForm } from './sources.forms.js';
import { presentVersions } from './versions.presenter.js';
import type { MappingVersion, SourceRow } from './sources.queries.js';

export function sourcesPage(sources: readonly SourceRow[]) {
  const text = (value: string) => ({ text: value, numeric: false, href: null });
  return {
    title: t('Sources of customer feedback'),
    sub: t('Each survey programme, and which of its columns is what.'),
    action: { text: t('Add a source'), path: newSourcePath },
    back: { text: t('Back to imports of customer feedback'), href: importsPath },
    empty: sources.length === 0,
    table: {
      caption: t('Sources of customer feedback'),
      captionHidden: true,
      head: [
        ...[t('Source'), t('Mapping'), t('Last import')].map((value) => ({ text: value, numeric: false })),
        { text: t('Imports'), numeric: true },
      ],
      rows: sources.map((source) => ({
        cells: [
          { text: source.name, numeric: false, href: sourcePath(source.id) },
          text(sayVersion(source)),
          text(source.lastImportAt ? sayFullDate(londonDate(source.lastImportAt)) : t('None yet')),
          { text: sayNumber(source.imports), numeric: true, href: null },
        ],
      })),
    },
  };
}

function sayVersion({ number, changedAt }: SourceRow): string {
  if (number === null || changedAt === null) return t('None yet');
  return t('Version {number}, {date}', { number: String(number), date: sayFullDate(londonDate(changedAt)) });
}

export function newSourcePage(problems: readonly Problem[], chosen: Partial<NewSourceForm>, formToken: string) {
  return {
    title: t('Add a source'),
    sub: t('Send a file of answers. We guess which column is what, and you put it right before anything is stored.'),
    back: { text: t('Back to sources'), href: sourcesPath },
    problems: presentProblems(problems),
    by: presentProblems(problems)?.by ?? {},
    path: sourcesPath,
    name: chosen.name ?? '',
    formToken,
  };
}

/** One source: its mapping in words, a form for the next file, and its last imports. */
export function sourcePage(
  source: SourceRow,
  imports: readonly ImportListed[],
  versions: readonly MappingVersion[],
  formToken: string,
) {
  return {
    title: source.name,
    sub: sayVersion(source),
    back: { text: t('Back to sources'), href: sourcesPath },
    sourceId: String(source.id),
    path: importsPath,
    formToken,
    mapped: source.mapping ? sayMapping(source.mapping) : null,
    versions: presentVersions(source.id, versions),
    empty: imports.length === 0,
    table: {
      caption: t('The last imports of this source'),
      captionHidden: true,
      head: [
        ...[t('Started'), t('Source'), t('File'), t('State')].map((text) => ({ text, numeric: false })),
        ...[t('Read'), t('New'), t('Changed'), t('Unchanged'), t('Rejected')].map((text) => ({ text, numeric: true })),
      ],
      rows: imports.map((row) => ({ cells: cellsOf(row) })),
    },
  };
}

function sayMapping(mapping: Record<string, unknown>) {
  const choices = choicesOf(mapping);
  const match = choices.unit.match === 'code' ? t('by its code') : t('by its name');
  const row = (name: string, value: string) => ({ name, value });
  return [
    row(t('Unit'), t('{column}, {match}', { column: choices.unit.column, match })),
    row(t('Time of the answer'), t('{column}, {zone}', { column: choices.time.column, zone: choices.time.zone })),
    ...(choices.responseId === '' ? [] : [row(t('Response id'), choices.responseId)]),
    ...QUESTIONS.filter((question) => choices.questions[question] !== '').map((question) =>
      row(questionName(question), choices.questions[question]),
    ),
    ...(choices.contact.column === '' ? [] : [row(t('May be contacted'), choices.contact.column)]),
    ...(choices.comments.length === 0 ? [] : [row(t('Customers’ words'), choices.comments.join(', '))]),
  ];
}
