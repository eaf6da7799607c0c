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
    if (step === now) return { css: 'is-now', text: `Step ${step}, you are here` };
    return done(step) ? { css: 'is-done', text: `Step ${step}, done` } : { css: '', text: `Step ${step}` };
  });
  return { label: `Progress: step ${now} of ${of}`, now, of, items };
}
