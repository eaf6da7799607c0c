/**
 * What to do after a themed week (product/impact.md, "Page"): hold the next one in random waves. Never "where scores are
 * lowest": low scores rise by themselves.
 */
import { t } from '../../platform/language/t.js';
import { newPlanPath } from '../paths.js';

interface NextFacts {
  mayPlan: boolean;
  /** Slugs of the week's lessons, and of what can be planned at all. */
  courses: readonly string[];
  plannable: ReadonlySet<string>;
}

export function weekNext({ mayPlan, courses, plannable }: NextFacts) {
  const course = courses.find((slug) => plannable.has(slug));
  const query = course === undefined ? '' : `?${new URLSearchParams({ course }).toString()}`;
  return {
    sentence: t(
      'Next time, let areas begin in random waves: chance then decides who comes first, and the answer is grade A.',
    ),
    notes: [
      t('Held everywhere at once, the next week will have an answer of grade D again.'),
      t('Do not choose by score: low scores rise by themselves, and nobody could tell that from the training.'),
    ],
    action: mayPlan ? { text: t('Plan random waves'), path: `${newPlanPath}${query}` } : null,
  };
}
