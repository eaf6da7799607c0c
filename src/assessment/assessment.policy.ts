import { EVERYONE, permission } from '../platform/permissions.js';

/** Quizzes are open to all who are signed in; whose attempt it is, every query asks again. */
export const takeQuizzes = permission('assessment.takeQuizzes', ...EVERYONE);
