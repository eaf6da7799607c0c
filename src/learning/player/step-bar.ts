import { type CourseSteps, doneSteps, stepCount } from '../steps.js';

/** The bar at the top, from evidence: a lesson that was skipped is not shown as done. */
export function stepBar(steps: CourseSteps, now: number) {
  const of = stepCount(steps);
  const done = doneSteps(steps);
  const items = Array.from({ length: of }, (_, index) => {
    const step = index + 1;
    if (step === now) return { css: 'is-now', text: `Step ${step}, you are here` };
    return done.includes(step) ? { css: 'is-done', text: `Step ${step}, done` } : { css: '', text: `Step ${step}` };
  });
  return { label: `Progress: step ${now} of ${of}`, now, of, items };
}
