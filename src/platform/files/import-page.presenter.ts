/** What the pages of all file imports say alike: how far one is, and the first of what was rejected. */
import { t } from '../language/t.js';
import { sayNumber } from '../say.js';
import type { FileImport } from './file-imports.queries.js';
import { type Ahead, presentProgress } from './import-progress.presenter.js';
import { isUnderWay } from './import-state.js';
import type { Problem } from './rejects-head.js';

/** For the partial `import-progress`; false once nothing runs. @param mayStop of whoever reads */
export function presentRunning(file: Pick<FileImport, 'state' | 'job'>, here: string, mayStop: boolean, ahead: Ahead) {
  if (!isUnderWay(file.state)) return false;
  const looking = file.state === 'looking';
  return {
    heading: looking ? t('Looking at the file') : t('Importing the file'),
    progress: presentProgress(file, ahead),
    here,
    poll: `${here}/progress`,
    stop: mayStop && { path: `${here}/stop`, text: looking ? t('Stop looking') : t('Stop the import') },
  };
}

/** A number for the partial `fact-strip`. */
export const importFact = (label: string, n: number) => ({ label, value: sayNumber(n), note: null, path: null });

/** For the partial `table`; false where none are listed. */
export function problemsTable(caption: string, problems: readonly Problem[]) {
  const text = (value: string) => ({ text: value, numeric: false, href: null });
  return (
    problems.length > 0 && {
      caption,
      captionHidden: true,
      head: [t('Line'), t('Column'), t('Why')].map((value) => ({ text: value, numeric: false })),
      rows: problems.map(({ line, column, reason }) => ({
        cells: [text(sayNumber(line)), text(column || '–'), text(reason)],
      })),
    }
  );
}

/** How many of all are listed; null where all are. */
export function sayOfAll(shown: number, all: number): string | null {
  return shown > 0 && shown < all
    ? t('The first {shown} of {all}.', { shown: sayNumber(shown), all: sayNumber(all) })
    : null;
}
