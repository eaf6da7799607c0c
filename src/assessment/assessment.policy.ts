import { EVERYONE, permission } from '../platform/permissions.js';

export const assessmentPermissions = {
  /** Quizzes are open to all who are signed in; whose attempt it is, every query asks again. */
  takeQuizzes: permission('assessment.takeQuizzes', ...EVERYONE),
};
