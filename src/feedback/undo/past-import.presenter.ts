import { t } from '../../platform/language/t.js';
import { sayFullDate, sayMoment, sayNumber } from '../../platform/say.js';
import type { Ahead } from '../../platform/files/import-progress.presenter.js';
import { londonDate } from '../../platform/dates.js';
import { type Problem, presentProblems } from '../../platform/web/form.js';
import { importPath, importsPath, pastImportPath, pastRejectsPath } from '../paths.js';
import type { PastImport, PastUndo } from './undo.queries.js';
import { undoProgress, undoState } from './undo-progress.js';
import { inAll, NOTHING_UNDONE, sayPlanned, sayUndone, type UndoTally } from './undo-tally.js';

/** What undoing an import would do, as things are. */
export interface UndoPlan {
  tally: UndoTally;
  /** Answers that later imports of the source found as they were; nobody noted which. */
  foundUnchanged: number;
  /** The batches of the same day that are not undone, this one among them; empty for a file. */
  sameDay: readonly number[];
}

interface Around {
  /** What has the turn, while an undo of this one waits for it. */
  ahead: Ahead;
  /** Null for those who only read, and once somebody has undone it. */
  plan: UndoPlan | null;
  formToken: string;
  mayImport: boolean;
  problems: readonly Problem[];
}

/** An import of answers as history: what became of its lines, and taking it back. */
export function pastImportPage(past: PastImport, { ahead, plan, formToken, mayImport, problems }: Around) {
  const here = pastImportPath(past.id);
  const { undo } = past;
  return {
    title: titleOf(past),
    sub: saySub(past),
    back: { text: t('Back to imports of customer feedback'), href: importsPath },
    problems: presentProblems(problems),
    counts: countsOf(past),
    file: past.fileImportId === null ? null : importPath(past.fileImportId),
    running: undo !== null && undoState(undo) === 'running' && presentRunning(undo, ahead, here),
    undone: undo && undoState(undo) !== 'running' ? presentUndone(undo, here, mayImport, formToken) : null,
    plan: plan && presentPlan(past, plan, here, formToken),
  };
}

const titleOf = ({ id, fileName }: PastImport) =>
  fileName === '–' ? t('Import {n}', { n: String(id) }) : t('Import {n}: {file}', { n: String(id), file: fileName });

function saySub({ source, startedAt, startedBy }: PastImport): string {
  const moment = sayMoment(startedAt);
  return startedBy
    ? t('{source}. {moment}, {name}.', { source, moment, name: startedBy })
    : t('{source}. {moment}.', { source, moment });
}

function countsOf({ id, counts }: PastImport) {
  const fact = (label: string, n = 0, path: string | null = null) => ({ label, value: sayNumber(n), note: null, path });
  return [
    fact(t('Lines read'), counts.read),
    fact(t('New'), counts.new),
    fact(t('Changed'), counts.changed),
    fact(t('Unchanged'), counts.unchanged),
    fact(t('Rejected'), counts.rejected, 'rejects' in counts && counts.rejects ? pastRejectsPath(id) : null),
    ...(counts.tests ? [fact(t('Previews and tests left out'), counts.tests)] : []),
  ];
}

function presentRunning(undo: PastUndo, ahead: Ahead, here: string) {
  const progress = undoProgress(undo, ahead);
  return { heading: t('Undoing the import'), progress, here, poll: `${here}/progress`, stop: null };
}

function presentUndone(undo: PastUndo, here: string, mayImport: boolean, formToken: string) {
  const state = undoState(undo);
  const tally = { ...NOTHING_UNDONE, ...undo.tally };
  return {
    state: state === 'done' ? t('Undone') : t('Undone in part'),
    who: sayWho(undo),
    facts: sayUndone(tally),
    nothing: state === 'done' && inAll(tally) === 0,
    batches:
      undo.imports > 1
        ? t('{n, plural, one {# batch} other {# batches of the same day}} undone together.', { n: undo.imports })
        : null,
    download: mayImport && inAll(tally) > 0 ? `${here}/undone.csv` : null,
    failed:
      state === 'failed'
        ? t('This failed on our side, time after time. An administrator can see why under Jobs, and try it again.')
        : null,
    goOn: state === 'cutShort' && mayImport ? { path: `${here}/undo`, formToken } : null,
  };
}

function sayWho({ madeAt, madeBy, finishedAt }: PastUndo): string {
  const moment = sayMoment(finishedAt ?? madeAt);
  return madeBy ? t('{moment}, {name}.', { moment, name: madeBy }) : t('{moment}, by the command line.', { moment });
}

function presentPlan(past: PastImport, { tally, foundUnchanged, sameDay }: UndoPlan, here: string, formToken: string) {
  const n = sameDay.length;
  return {
    path: `${here}/undo`,
    formToken,
    facts: sayPlanned(tally),
    nothing: inAll(tally) === 0,
    cutShort: past.finishedAt === null,
    warning:
      foundUnchanged > 0 && tally.gone + tally.back > 0
        ? t(
            'Later imports found {n, plural, one {# answer} other {# answers}} of this source as they were already. Such an answer goes with the import that brought it: import those files again afterwards to have it back.',
            { n: foundUnchanged },
          )
        : null,
    day:
      n > 1 &&
      t('Undo all {n} batches that were sent on {day}', {
        n: sayNumber(n),
        day: sayFullDate(londonDate(past.startedAt)),
      }),
  };
}
