import { isUnderWay } from '../../platform/files/import-state.js';
import { toneOf } from '../../platform/files/import-tone.js';
import { type Ahead, presentProgress } from '../../platform/files/import-progress.presenter.js';
import { msg, t } from '../../platform/language/t.js';
import { sayNumber, sayPercent } from '../../platform/say.js';
import { type Problem, presentProblems } from '../../platform/web/form.js';
import { saySize } from '../../platform/web/upload-refused.js';
import type { Difference, ImportResult, Rejection } from '../imports/import-result.js';
import { endsTooMuch, snapshotProblem } from '../imports/snapshot.js';
import { importPath, importsPath, undoPath } from '../paths.js';
import { presentCounts, sayDifference } from './say-result.js';
import { sayKind, sayState, whenAndWho } from './uploads.presenter.js';
import type { UploadedImport } from './uploads.service.js';

interface Around {
  mayImport: boolean;
  /** It is the last import of its kind that changed something. */
  mayUndo: boolean;
  ahead: Ahead;
  problems: readonly Problem[];
}

/** One file on its way: under way, looked at, or done with. */
export function presentUpload(file: UploadedImport, { mayImport, mayUndo, ahead, problems }: Around) {
  const here = importPath(file.id);
  return {
    title: file.fileName,
    sub: t('{kind}, {size}. {who}.', { kind: sayKind(file.kind), size: saySize(file.bytes), who: whenAndWho(file) }),
    back: { text: t('Back to units and people from files'), href: importsPath },
    problems: presentProblems(problems),
    state: sayState(file),
    tone: toneOf(file.state),
    running: isUnderWay(file.state) && presentRunning(file, here, mayImport, ahead),
    trouble: file.trouble,
    ...(mayImport ? presentActs(file, here) : NO_ACTS),
    undo: mayUndo ? undoPath(file.id) : null,
    ...presentFindings(file, mayImport ? here : null),
  };
}

/** @param downloads where the whole lists lie for those who may read them */
function presentFindings(file: UploadedImport, downloads: string | null) {
  const counts = file.result ?? file.trial;
  const looked = file.state === 'looked' ? file.trial : null;
  const at = (path: string) => (downloads === null ? null : `${downloads}/${path}`);
  return {
    counts: counts && presentCounts(counts),
    lists: looked ? presentLists(looked) : [],
    differences: counts?.differences ? at('differences') : null,
    rejected: counts && counts.rejected > 0 && presentRejected(counts, at('rejects')),
    nothingNew: looked !== null && isNothing(looked),
  };
}

const NO_ACTS = { again: null, drop: null, take: null };

function presentActs(file: UploadedImport, here: string) {
  return {
    again: MAY_LOOK_AGAIN.includes(file.state) && file.deletedAt === null ? `${here}/looks` : null,
    drop: MAY_DROP.includes(file.state) ? `${here}/drop` : null,
    take: file.state === 'looked' && file.trial ? presentTaking(file.trial, here) : null,
  };
}

const MAY_LOOK_AGAIN: readonly string[] = ['looked', 'failed', 'stopped'];
const MAY_DROP: readonly string[] = ['looked', 'failed', 'stopped'];

function presentRunning(file: UploadedImport, here: string, mayImport: boolean, ahead: Ahead) {
  const { heading, stop } = RUNNING[file.state as keyof typeof RUNNING];
  return {
    heading: t(heading),
    progress: presentProgress(file, ahead),
    here,
    poll: `${here}/progress`,
    stop: mayImport && stop !== null && { path: `${here}/stop`, text: t(stop) },
  };
}

const RUNNING = {
  looking: { heading: msg('Looking at the file'), stop: msg('Stop looking') },
  taking: { heading: msg('Importing the file'), stop: msg('Stop the import') },
  undoing: { heading: msg('Undoing the import'), stop: null },
};

const ROWS_SHOWN = 100;

function presentLists({ newcomers, difference, snapshot, ...counts }: ImportResult) {
  const lists = [
    { heading: t('Moved'), rows: difference.filter(({ change }) => change === 'moved'), all: counts.moved },
    { heading: t('Changed'), rows: difference.filter(({ change }) => change === 'changed'), all: counts.changed },
    { heading: t('Ended by the snapshot'), rows: snapshot?.first ?? [], all: snapshot?.ends ?? 0 },
    { heading: t('New'), rows: newcomers, all: counts.new },
  ];
  return lists
    .filter(({ all }) => all > 0)
    .map(({ heading, rows, all }) => ({
      summary: t('{heading}: {n}', { heading, n: sayNumber(all) }),
      table: tableOf(heading, rows),
      more: sayMore(rows.length, all),
    }));
}

function tableOf(heading: string, rows: readonly Difference[]) {
  const text = (value: string) => ({ text: value, numeric: false, href: null });
  return {
    caption: heading,
    captionHidden: true,
    head: [t('Code'), t('Name'), t('What happens'), t('Line')].map((value) => ({ text: value, numeric: false })),
    rows: rows.slice(0, ROWS_SHOWN).map((row) => ({
      cells: [text(row.code), text(row.name), text(sayDifference(row)), text(row.line > 0 ? String(row.line) : '–')],
    })),
  };
}

function sayMore(shown: number, all: number): string | null {
  if (shown >= all) return null;
  return shown === 0
    ? t('They are not listed here.')
    : t('The first {shown} of {all}.', { shown: sayNumber(shown), all: sayNumber(all) });
}

function presentRejected({ errors, rejected }: ImportResult, download: string | null) {
  const text = (value: string) => ({ text: value, numeric: false, href: null });
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
    download,
  };
}

/** The button, or why there is none; a snapshot that ends much asks to be confirmed first. */
function presentTaking(trial: ImportResult, here: string) {
  const { snapshot } = trial;
  const ends = snapshot?.ends ?? 0;
  const blocked = snapshotProblem(trial, ends);
  const asks = snapshot !== null && endsTooMuch(snapshot);
  return {
    path: `${here}/takings`,
    blocked,
    warning: asks
      ? t('This snapshot would end {ends} of {of} ({share}). Is the file whole?', {
          ends: sayNumber(ends),
          of: sayNumber(snapshot.of),
          share: sayPercent(ends / Math.max(1, snapshot.of)),
        })
      : null,
    agree: asks && [
      {
        value: String(ends),
        text: t('Yes, the file is whole: end {ends}', { ends: sayNumber(ends) }),
      },
    ],
  };
}

function isNothing({ read, unchanged, rejected, snapshot }: ImportResult): boolean {
  return unchanged + rejected === read && (snapshot?.ends ?? 0) === 0;
}
