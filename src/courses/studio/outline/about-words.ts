import type { CompletionRule, CourseKind } from '../../content/content.js';
import { msg } from '../../../platform/language/t.js';
import { type Language, LANGUAGE_NAMES } from '../../../platform/language/language.js';

/** What authors call the facts of a course. */

export const COURSE_KIND_NAMES: Record<CourseKind, string> = {
  course: msg('A course'),
  themeDay: msg('A theme day: five minutes in a themed week'),
};

export const COMPLETION_RULE_NAMES: Record<CompletionRule, string> = {
  lessonsRead: msg('All lessons read'),
  quizPassed: msg('Quiz passed'),
  both: msg('All lessons read and quiz passed'),
};

export const COURSE_LANGUAGES: Record<Language, string> = LANGUAGE_NAMES;
