import { DRIVER_NAMES } from '../../platform/drivers.js';
import { t } from '../../platform/language/t.js';
import type { Question } from '../imports/mapping.js';

/** A question of ours, as people call it. */
export function questionName(question: Question): string {
  if (question === 'ease') return t('Ease');
  return question === 'emotion' ? t('Emotion') : t(DRIVER_NAMES[question]);
}
