import type { CourseVersion } from '../../courses/course-version.js';
import type { CourseWindow } from '../../courses/course-window.js';
import type { CourseSteps } from '../steps.js';
import type { Enrolled } from './version-choice.js';

/** A bookmark in a course version: the lesson and the block somebody was in, both from 1. */
export interface Enrolment extends Enrolled {
  lessonPosition: number;
  blockPosition: number;
  /** Positions of the lessons read. */
  read: number[];
  /** The newest version since that takes people along; null when there is none. */
  moveTo: number | null;
}

/** A version that was finished, and when. */
export interface Finished {
  versionId: number;
  completedAt: Date;
}

export interface QuizStanding {
  questions: number;
  /** Whole percent of the marks that passes. */
  passPercent: number;
  attempts: number;
  openAttemptId: string | null;
  /** Of the attempts handed in, 0 to 100; null when there is none. */
  bestPercent: number | null;
  passed: boolean;
}

/** Where one person is in one course: everything its pages and its rules need to know. */
export interface Place {
  version: CourseVersion;
  /** Null for somebody who has not started this version. */
  enrolment: Enrolment | null;
  /** When this version was finished; null while it is not. */
  finishedAt: Date | null;
  /** When any version was last finished. */
  lastFinishedAt: Date | null;
  /** Positions of the lessons read. */
  read: number[];
  /** Null when the course has no quiz. */
  quiz: QuizStanding | null;
  /** The window that keeps a starter out today; never set for somebody who has already started. */
  closed: CourseWindow | null;
}

export function stepsOf(place: Place): CourseSteps {
  return {
    lessons: place.version.lessons.length,
    hasQuiz: place.quiz !== null,
    read: place.read,
    quizPassed: place.quiz?.passed ?? false,
  };
}
