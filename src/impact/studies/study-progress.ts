/** How far a run of a study is, in the form of every import (import-progress.presenter.ts). */
import type { ProgressView } from '../../platform/files/import-progress.presenter.js';
import { msg, t } from '../../platform/language/t.js';
import type { RunUnderWay } from './studies.queries.js';
import { type Phase, PHASES } from './work-out.js';

export type RunState = 'none' | 'running' | 'failed' | 'cutShort';

/** A run whose job has ended before it did was stopped; one whose job was parked has failed time after time. */
export function runState(run: RunUnderWay | null): RunState {
  if (run === null) return 'none';
  if (run.job?.parked) return 'failed';
  return run.job?.over ? 'cutShort' : 'running';
}

export function studyProgress(run: RunUnderWay | null): ProgressView {
  if (run === null || runState(run) !== 'running') return { value: 1, max: 1, words: t('It has ended.'), over: true };
  const { job } = run;
  if (!job?.begun) return { value: null, max: null, words: notBegun(job?.tries ?? 0), over: false };
  const words = isPhase(job.phase) ? t(PHASE_WORDS[job.phase]) : t('It has begun.');
  return { value: job.done, max: Math.max(1, job.total ?? 1), words, over: false };
}

function isPhase(phase: string | null): phase is Phase {
  return PHASES.some((one) => one === phase);
}

function notBegun(tries: number): string {
  return tries > 0 ? t('It was interrupted and will be begun again in a moment.') : t('It begins in a moment.');
}

const PHASE_WORDS: Record<Phase, string> = {
  reading: msg('Completions and answers are read.'),
  effect: msg('The effect is worked out.'),
  leads: msg('It’s checked whether scores moved before the training.'),
  placebos: msg('It’s checked what comes out where nothing had happened.'),
  lots: msg('The lot is drawn again, 999 times.'),
  drivers: msg('The six drivers are worked out.'),
};
