import { type StepBar, stepBar } from '../../platform/web/step-bar.js';
import { type CourseSteps, doneSteps, stepCount } from '../steps.js';

/** The bar at the top of a course, from evidence: a lesson that was skipped is not shown as done. */
export function courseBar(steps: CourseSteps, now: number): StepBar {
  const done = doneSteps(steps);
  return stepBar(now, stepCount(steps), (step) => done.includes(step));
}
