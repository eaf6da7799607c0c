export type StepState = 'done' | 'now' | 'ahead';

/** The course's steps in order: its lessons, then its quiz when it has one. */
export interface CourseSteps {
  /** Positions of the lessons that were read, from 1. */
  read: readonly number[];
  lessons: number;
  hasQuiz: boolean;
  quizPassed: boolean;
}

export function stepCount(steps: Pick<CourseSteps, 'lessons' | 'hasQuiz'>): number {
  return steps.lessons + (steps.hasQuiz ? 1 : 0);
}

/** One state a step for the bar at the top, `at` being the step that is open, from 1. */
export function stepBar(steps: CourseSteps, at: number): StepState[] {
  return Array.from({ length: stepCount(steps) }, (_, index) => {
    if (index + 1 === at) return 'now';
    return isDone(steps, index + 1) ? 'done' : 'ahead';
  });
}

/** The first step that is still to do; null when all are done. */
export function nextStep(steps: CourseSteps): number | null {
  for (let step = 1; step <= stepCount(steps); step++) if (!isDone(steps, step)) return step;
  return null;
}

function isDone(steps: CourseSteps, step: number): boolean {
  return step > steps.lessons ? steps.quizPassed : steps.read.includes(step);
}
