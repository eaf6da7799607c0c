import type { Driver } from '../../platform/drivers.js';
import { t } from '../../platform/language/t.js';

/**
 * The reason that stands in the box before anybody types: what customers gain, by the course's driver. It never names a
 * score or a rank, so that nobody's first impression of a course is a league table.
 */
export function usualReason(driver: Driver | null): string {
  switch (driver) {
    case 'friendly':
      return t('So that every customer feels welcome from the first moment.');
    case 'professional':
      return t('So that customers feel in safe hands, also when rules are involved.');
    case 'knowledge':
      return t('So that customers get a clear answer in plain words.');
    case 'understanding':
      return t('So that customers feel we listened before we answered.');
    case 'efficiency':
      return t('So that customers know what happens next and never wait without a word.');
    case 'expectations':
      return t('So that customers leave with what they came for, sorted in one visit.');
    case null:
      return t('So that customers leave glad they came to us.');
  }
}
