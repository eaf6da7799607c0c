import { t } from '../../platform/language/t.js';
import type { SurveyUpload } from './survey-uploads.service.js';

/** Where a file of answers is on its way in. */
export function sayUploadState({ state, result }: Pick<SurveyUpload, 'state' | 'result'>): string {
  if (state === 'received') return t('Waits for its mapping');
  if (state === 'looking') return t('Being looked at');
  if (state === 'looked') return t('Looked at; nothing is imported yet');
  if (state === 'taking') return t('Being imported');
  if (state === 'taken') return (result?.rejected ?? 0) > 0 ? t('Done, with rejected lines') : t('Done');
  if (state === 'undone') return t('Undone');
  if (state === 'failed') return t('Could not be imported');
  if (state === 'stopped') return t('Stopped');
  return t('Thrown away, or left for a day');
}
