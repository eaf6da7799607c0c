import { t } from '../language/t.js';

/** The model of the `step-bar` partial: where somebody is in a lesson or a quiz. */
export interface StepBar {
  label: string;
  now: number;
  of: number;
  items: { css: string; text: string }[];
}

/** @param now the step somebody is on, from 1; `done` says which steps are behind them (all earlier ones unless given). */
export function stepBar(now: number, of: number, done: (step: number) => boolean = (step) => step < now): StepBar {
  const items = Array.from({ length: of }, (_, index) => {
    const step = index + 1;
    if (step === now) return { css: 'is-now', text: t('Step {step}, you are here', { step: String(step) }) };
    return done(step)
      ? { css: 'is-done', text: t('Step {step}, done', { step: String(step) }) }
      : { css: '', text: t('Step {step}', { step: String(step) }) };
  });
  return { label: t('Progress: step {now} of {of}', { now: String(now), of: String(of) }), now, of, items };
}
