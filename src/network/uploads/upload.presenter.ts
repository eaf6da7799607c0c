import { isUnderWay } from '../../platform/files/import-state.js';
import { toneOf } from '../../platform/files/import-tone.js';
import { type Ahead, presentProgress } from '../../platform/files/import-progress.presenter.js';
import { msg, t } from '../../platform/language/t.js';
import { sayNumber, sayPercent } from '../../platform/say.js';
import { type Problem, presentProblems } from '../../platform/web/form.js';
import { saySize } from '../../platform/web/upload-refused.js';
import type { ImportResult } from '../imports/import-result.js';
import { endsTooMuch, snapshotProblem } from '../imports/snapshot.js';
import { importPath, importsPath, undoPath } from '../paths.js';
import { presentEverything, presentLists, presentRejected } from './report-lists.presenter.js';
import { presentCounts } from './say-result.js';
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
    ...presentOutcome(file, mayImport),
  };
}

/** @param mayReadAll the lists of all rows, with names and addresses */
function presentOutcome(file: UploadedImport, mayReadAll: boolean) {
  const counts = file.result ?? file.trial;
  const looked = file.state === 'looked' ? file.trial : null;
  const whole = mayReadAll ? file.id : null;
  return {
    counts: counts && presentCounts(counts),
    lists: looked ? presentLists(looked, whole) : [],
    everything: mayReadAll && counts?.differences ? presentEverything(file) : null,
    rejected: counts && counts.rejected > 0 && presentRejected(counts, whole),
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
