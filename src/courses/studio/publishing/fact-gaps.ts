import { t } from '../../../platform/language/t.js';
import type { DraftContent } from '../drafts/draft-content.js';
import { facts, type Remark } from './spot.js';

/** What is missing in what a course says about itself. */
export function factGaps(draft: DraftContent): Remark[] {
  const { drivers, primaryDriver } = draft;
  const noMainDriver = drivers.length > 0 && (primaryDriver === null || !drivers.includes(primaryDriver));
  const gaps: [string, boolean, string][] = [
    ['title', draft.title === '', t('The course has no title.')],
    ['summary', draft.summary === '', t('The course has no summary.')],
    ['drivers', drivers.length === 0, t('No driver is chosen.')],
    ['primaryDriver', noMainDriver, t('No main driver is chosen.')],
    ['minutes', draft.minutes === null, t('The course does not say how many minutes it takes.')],
    ['lessons', draft.lessons.length === 0, t('The course has no lesson.')],
    ['completionRule', needsQuiz(draft), t('The course is finished by passing its quiz, and has none.')],
  ];
  return gaps.filter(([, isGap]) => isGap).map(([field, , sentence]) => ({ sentence, spot: facts(field) }));
}

function needsQuiz({ completionRule, quiz }: DraftContent): boolean {
  return completionRule !== 'lessonsRead' && quiz === null;
}
