import { type StepBar, stepBar } from '../../platform/web/step-bar.js';
import { t } from '../../platform/language/t.js';
import type { AttemptContext } from './attempt-hosts.service.js';
import type { Sheet } from './sheet.js';

/** The top bar of the player layout. */
export interface PlayerBar {
  leavePath: string;
  leaveLabel: string;
  name: string;
  steps: StepBar | null;
}

/** @param number the question on the page; null on pages about the quiz as a whole */
export function playerBar(sheet: Sheet, context: AttemptContext, number: number | null): PlayerBar {
  return {
    leavePath: context.leavePath,
    leaveLabel: sheet.state === 'open' ? t('Leave and save my place') : t('Leave'),
    name: sheet.quiz.title,
    steps: number === null ? null : stepBar(number, sheet.items.length, (step) => isAnswered(sheet, step)),
  };
}

function isAnswered(sheet: Sheet, number: number): boolean {
  return sheet.items[number - 1]?.response !== null;
}
