import type { ImportState } from '../../platform/files/import-state.js';
import type { IsoDate } from '../../platform/dates.js';
import { msg, t } from '../../platform/language/t.js';
import { sayMoment, sayNumber } from '../../platform/say.js';
import { type Problem, presentProblems } from '../../platform/web/form.js';
import { PERSON_COLUMNS } from '../imports/person-row.js';
import { UNIT_FILE_COLUMNS } from '../imports/unit-row.js';
import { exportPath, importPath, importsPath } from '../paths.js';
import { KINDS, type Kind } from './kinds.js';
import type { UploadForm } from './uploads.forms.js';
import type { UploadedImport } from './uploads.service.js';

interface Around {
  mayImport: boolean;
  today: IsoDate;
  formToken: string;
  problems: readonly Problem[];
  chosen: Partial<UploadForm>;
}

/** The page of both imports: a form for those who may, and who imported what. */
export function presentUploads(
  files: readonly UploadedImport[],
  { mayImport, today, formToken, problems, chosen }: Around,
) {
  return {
    title: t('Units and people from files'),
    sub: t('Every file is looked at first. Nothing changes before you have seen what it would do.'),
    problems: presentProblems(problems),
    form: mayImport && {
      path: importsPath,
      formToken,
      kinds: KINDS.map((kind) => ({ value: kind, text: explain(kind), selected: chosen.kind === kind })),
      snapshot: [
        {
          value: 'yes',
          text: t('This is a full snapshot'),
          hint: t('Everybody who is not in the file ends. Leave it unticked for a file of changes.'),
          checked: chosen.snapshot === 'yes',
        },
      ],
      by: presentProblems(problems)?.by ?? {},
    },
    exports: mayImport && presentExports(today),
    columns: COLUMNS.map(({ what, columns }) => ({ what: t(what), columns })),
    empty: files.length === 0,
    table: {
      caption: t('Imports, newest first'),
      captionHidden: true,
      head: [
        ...[t('File'), t('Holds'), t('When and who'), t('What became of it')].map((text) => ({ text, numeric: false })),
        ...[t('Read'), t('New'), t('Moved'), t('Changed'), t('Rejected')].map((text) => ({ text, numeric: true })),
      ],
      rows: files.map((file) => ({ cells: cellsOf(file) })),
    },
  };
}

function presentExports(today: IsoDate) {
  return [
    { text: t('All units, as they are and were (CSV)'), href: exportPath('units') },
    { text: t('All people, where they work and worked (CSV)'), href: exportPath('people') },
    { text: t('The units of today (CSV)'), href: exportPath('units', today) },
    { text: t('The people of today (CSV)'), href: exportPath('people', today) },
  ];
}

const COLUMNS = [
  {
    what: msg('Units'),
    columns: UNIT_FILE_COLUMNS.join(','),
  },
  { what: msg('People'), columns: PERSON_COLUMNS.join(',') },
];

function cellsOf(file: UploadedImport) {
  const counts = file.result ?? file.trial;
  const text = (value: string) => ({ text: value, numeric: false, href: null });
  const number = (n: number | undefined) => ({ text: n === undefined ? '–' : sayNumber(n), numeric: true, href: null });
  return [
    { text: file.fileName, numeric: false, href: importPath(file.id) },
    text(sayKind(file.kind)),
    text(whenAndWho(file)),
    text(sayState(file)),
    ...[counts?.read, counts?.new, counts?.moved, counts?.changed, counts?.rejected].map(number),
  ];
}

function explain(kind: Kind): string {
  return kind === 'network' ? t('Regions, areas and units') : t('People and where they work');
}

export function sayKind(kind: string): string {
  return (kind as Kind) === 'network' ? t('Units') : t('People');
}

export function whenAndWho({ receivedAt, startedBy, storedAs }: UploadedImport): string {
  const moment = sayMoment(receivedAt);
  if (startedBy) return t('{moment}, {name}', { moment, name: startedBy.name });
  return storedAs === null ? t('{moment}, on the command line', { moment }) : moment;
}

export function sayState({ state, result, deletedAt }: UploadedImport): string {
  if (state === 'taken' && (result?.rejected ?? 0) > 0) return t('Imported, with rejected rows');
  if (state === 'dropped' && deletedAt !== null) return t('Thrown away, or left for a day');
  return t(STATES[state]);
}

const STATES: Record<ImportState, string> = {
  received: msg('Thrown away, or left for a day'),
  looking: msg('Being looked at'),
  looked: msg('Looked at; nothing is imported yet'),
  taking: msg('Being imported'),
  taken: msg('Imported'),
  undoing: msg('Being undone'),
  undone: msg('Undone'),
  failed: msg('Could not be imported'),
  stopped: msg('Stopped; nothing was imported'),
  dropped: msg('Thrown away'),
};
