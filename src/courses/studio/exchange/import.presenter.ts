import { t } from '../../../platform/language/t.js';
import { presentProblems, type Problem } from '../../../platform/web/form.js';
import { studioPath } from '../paths.js';
import type { ImportForm } from './import.forms.js';
import { importPath } from './paths.js';

interface ImportPage {
  formToken: string;
  problems: readonly Problem[];
  /** What has to be put right in the file, each with its line. */
  lines: readonly string[];
  text: string;
  exists: ImportForm['exists'];
}

/** A course file becomes a draft. */
export function presentImport({ formToken, problems, lines, text, exists }: ImportPage) {
  const view = presentProblems(problems);
  const choice = (value: ImportForm['exists'], words: string, hint: string) => ({
    value,
    text: words,
    hint,
    checked: value === exists,
  });
  return {
    title: view === null ? t('Import a course') : t('Error: import a course'),
    crumbs: [{ text: t('Studio'), href: studioPath() }, { text: t('Import a course') }],
    problems: view,
    errors: view?.by ?? {},
    path: importPath(),
    formToken,
    lines,
    linesHeading: t('{n, plural, one {# thing to put right} other {# things to put right}}', { n: lines.length }),
    text,
    choices: [
      choice(
        'goOn',
        t('Go on with that course'),
        t('The file becomes the draft of its next version. You can undo it.'),
      ),
      choice('copy', t('Make a new course of it'), t('It gets an address and questions of its own.')),
    ],
  };
}
