import { t } from '../../platform/language/t.js';
import { type CourseSteps, doneSteps, stepCount } from '../steps.js';

/** The bar at the top, from evidence: a lesson that was skipped is not shown as done. */
export function stepBar(steps: CourseSteps, now: number) {
  const of = stepCount(steps);
  const done = doneSteps(steps);
  const items = Array.from({ length: of }, (_, index) => {
    const step = index + 1;
    const n = String(step);
    if (step === now) return { css: 'is-now', text: t('Step {n}, you are here', { n }) };
    return done.includes(step)
      ? { css: 'is-done', text: t('Step {n}, done', { n }) }
      : { css: '', text: t('Step {n}', { n }) };
  });
  return { label: t('Progress: step {n} of {of}', { n: String(now), of: String(of) }), now, of, items };
}
