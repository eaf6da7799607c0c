import { t } from '../platform/language/t.js';

/** Content that cannot be published; each line names the file, the place in it and what to do. */
export class ContentRefused extends Error {
  constructor(readonly problems: readonly string[]) {
    super([t('The content can’t be published yet:'), ...problems.map((problem) => `- ${problem}`)].join('\n'));
  }
}
