import { DRIVER_NAMES, DRIVERS } from '../../platform/drivers.js';
import { t } from '../../platform/language/t.js';
import { sayMoment } from '../../platform/say.js';
import { type Problem, presentProblems } from '../../platform/web/form.js';
import { themePath, themesPath } from '../paths.js';
import { themeName } from './published-theme.js';
import { problemsOf } from './theme-text.js';
import type { ThemeForm } from './themes.forms.js';
import type { WrittenTheme } from './themes.queries.js';
import { textOf } from './themes.service.js';
import { inPieces, type Trial } from './trial.js';

const SHOWN = 20;
const MOST_PROBLEMS = 11;

/** Rules as they are typed, beside what each of them means. */
const EXAMPLES = {
  word: 'queue',
  stem: 'friendl*',
  row: 'sent elsewhere',
  near: 'queue NEAR/3 long',
  exception: '- user friendly',
  note: '# …',
  welsh: 'caredig',
};

interface Written {
  form: ThemeForm;
  problems: readonly Problem[];
  trial: Trial | null;
}

/** The form of one theme as it is printed, or of a new one. */
export function themePage(theme: WrittenTheme | null, { form, problems, trial }: Written) {
  const presented = presentProblems([...problems, ...furtherOf(theme?.key ?? '', form, problems)]);
  return {
    title: theme ? themeName(theme) : t('Add a theme'),
    sub: theme
      ? t('Last changed on {moment}', { moment: sayMoment(theme.changedAt) })
      : t('What customers write about, found by rules in English and Welsh.'),
    back: { text: t('Back to themes'), href: themesPath },
    path: theme ? themePath(theme.key) : themesPath,
    problems: presented,
    errors: {
      ...{ nameEn: null, nameCy: null, driver: null, en: null, cy: null, mustFind: null, mustLeave: null },
      ...presented?.by,
    },
    form,
    drivers: [
      { value: '', text: t('No driver'), selected: form.driver === '' },
      ...DRIVERS.map((driver) => ({ value: driver, text: t(DRIVER_NAMES[driver]), selected: form.driver === driver })),
    ],
    isNew: theme === null,
    retired: [
      { value: 'yes', text: t('Retire this theme: the next edition leaves it out'), checked: form.retired === 'yes' },
    ],
    examples: EXAMPLES,
    failing: theme?.failing ?? false,
    trial: trial && trialOf(trial),
  };
}

/** Every line and example that is wrong, beside the first one that stopped the saving; of many, as many as are put right at once. */
function furtherOf(key: string, form: ThemeForm, problems: readonly Problem[]): Problem[] {
  if (problems.length === 0) return [];
  const all = problemsOf(textOf(key, form));
  const said = new Set(problems.map(({ sentence }) => sentence));
  if (!all.some(({ sentence }) => said.has(sentence))) return [];
  return all.filter(({ sentence }) => !said.has(sentence)).slice(0, MOST_PROBLEMS);
}

function trialOf({ of, before, after, gained, lost }: Trial) {
  const rows = (found: Trial['gained']) =>
    found.slice(0, SHOWN).map(({ comment, spans }) => ({ pieces: inPieces(comment, spans) }));
  const values = { of: String(of), before: String(before), after: String(after) };
  return {
    summary: t('Of the last {of} comments, the published rules find {before} and these rules {after}.', values),
    gained: {
      title: t(
        '{n, plural, =0 {Nothing is newly found} one {# comment is newly found} other {# comments are newly found}}',
        { n: gained.length },
      ),
      rows: rows(gained),
    },
    lost: {
      title: t('{n, plural, =0 {Nothing is lost} one {# comment is lost} other {# comments are lost}}', {
        n: lost.length,
      }),
      rows: rows(lost),
    },
  };
}
