import { t } from '../../platform/language/t.js';
import { type Problem, presentProblems } from '../../platform/web/form.js';
import { sayHolding, sayRows } from '../changes/say-undo.js';
import type { Traces } from '../changes/traces.service.js';
import { holdingProblem, postsStand } from '../changes/undo-problem.js';
import type { UndoResult } from '../changes/undo-result.js';
import { importPath, undoPath } from '../paths.js';
import { sayKind, sayState, whenAndWho } from './uploads.presenter.js';
import type { UploadedImport } from './uploads.service.js';

/**
 * What undoing an import would do, or why it cannot be.
 * @param trial what a dry run found, or the sentence with which it refused; null when it is undone or being undone
 */
export function presentUndo(
  file: UploadedImport,
  trial: UndoResult | string | null,
  traces: Traces,
  problems: readonly Problem[],
) {
  const back = importPath(file.id);
  return {
    title: t('Undo the import of {file}', { file: file.fileName }),
    sub: t('{kind}. {who}.', { kind: sayKind(file.kind), who: whenAndWho(file) }),
    back: { text: t('Back to the import'), href: back },
    problems: presentProblems(problems),
    refused: typeof trial === 'string' ? trial : null,
    state: trial === null ? sayState(file) : null,
    plan: trial === null || typeof trial === 'string' ? null : presentPlan(file.id, trial, traces),
    cancel: back,
  };
}

function presentPlan(id: number, trial: UndoResult, traces: Traces) {
  const blocked = postsStand(trial) ? holdingProblem(trial, true) : null;
  const asks = blocked === null && trial.stay.length > 0;
  return {
    path: undoPath(id),
    rows: sayRows(trial),
    blocked,
    warning: asks ? holdingProblem(trial, false) : null,
    holding: sayHolding(trial, traces),
    leave: asks && [{ value: 'yes', text: t('Yes, let them stay and undo everything else'), checked: false }],
  };
}
