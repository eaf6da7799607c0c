import type { QuizContent } from '../../../assessment/quizzes/quiz-content.js';
import { t } from '../../../platform/language/t.js';
import { contentHash } from '../../content-hash.js';

/** What changes in a course's quiz from one version to the next; null where there is none. */
export function quizChanges(was: QuizContent | null, is: QuizContent | null): string[] {
  if (was !== null && is !== null) return bothHaveOne(was, is);
  if (was === is) return [];
  return [was === null ? t('There is a quiz now.') : t('The quiz is gone.')];
}

function bothHaveOne({ questions: was, ...settingsWere }: QuizContent, { questions: is, ...settings }: QuizContent) {
  const before = new Map(was.map((question) => [question.key, question]));
  const now = new Set(is.map((question) => question.key));
  const kept = is.filter(({ key }) => before.has(key));
  const added = is.length - kept.length;
  const changed = kept.filter((one) => contentHash(before.get(one.key)) !== contentHash(one)).length;
  const gone = was.filter(({ key }) => !now.has(key)).length;
  const stayed = was.filter(({ key }) => now.has(key)).map(({ key }) => key);
  return [
    ...(contentHash(settingsWere) === contentHash(settings) ? [] : [t('The settings of the quiz are different.')]),
    ...(added > 0 ? [t('{n, plural, one {# question is new.} other {# questions are new.}}', { n: added })] : []),
    ...(changed > 0
      ? [t('{n, plural, one {# question is different.} other {# questions are different.}}', { n: changed })]
      : []),
    ...(gone > 0 ? [t('{n, plural, one {# question is gone.} other {# questions are gone.}}', { n: gone })] : []),
    ...(kept.some(({ key }, at) => key !== stayed[at]) ? [t('The questions come in another order.')] : []),
  ];
}
