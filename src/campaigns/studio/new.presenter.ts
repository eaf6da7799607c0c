import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayRange } from '../../platform/say.js';
import { presentProblems, type Problem } from '../../platform/web/form.js';
import { campaignsStudioPath } from '../paths.js';
import type { CampaignDraft } from './campaign-draft.js';
import { nameOf } from './list.presenter.js';
import { loveWeekOf } from './shifted-week.js';

export interface NewCampaign {
  /** The form that was used; only its fields hold what was typed. */
  which: 'template' | 'copy' | 'empty' | 'file';
  form: Record<string, unknown>;
  problems: Problem[];
  drafts: CampaignDraft[];
  formToken: string;
}

/** Four ways to begin, each a form of its own; field names are told apart by the form’s. */
export function presentNewCampaign(facts: NewCampaign, today: IsoDate) {
  const { which, problems, drafts, formToken } = facts;
  const typed = (form: NewCampaign['which'], field: string) => (form === which ? textOf(facts.form[field]) : '');
  const next = nextLoveWeek(today);
  return {
    title: t('Plan a week'),
    back: { href: campaignsStudioPath, text: t('Themed weeks') },
    formToken,
    problems: presentProblems(problems.map((problem) => ({ ...problem, field: anchor(which, problem.field) }))),
    errors: Object.fromEntries(FORMS.map((form) => [form, form === which ? errorsOf(problems) : {}])),
    template: {
      action: `${campaignsStudioPath}/from-template`,
      text: t('Six days with a driver each, Monday to Saturday of the week that holds 14 February. Next: {dates}.', {
        dates: sayRange(next.week.startsOn, next.week.endsOn),
      }),
      year: typed('template', 'year') || String(next.year),
    },
    copy:
      drafts.length === 0
        ? null
        : {
            action: `${campaignsStudioPath}/copies`,
            items: drafts.map((draft) => ({
              value: String(draft.id),
              text: nameOf(draft),
              selected: String(draft.id) === typed('copy', 'draft'),
            })),
            year: typed('copy', 'year') || String(yearAfter(drafts, typed('copy', 'draft'))),
          },
    empty: {
      action: campaignsStudioPath,
      name: typed('empty', 'title'),
      startsOn: typed('empty', 'startsOn'),
      endsOn: typed('empty', 'endsOn'),
    },
    file: { action: `${campaignsStudioPath}/from-file`, problems: which === 'file' ? problems.map(sentenceOf) : [] },
  };
}

const FORMS = ['template', 'copy', 'empty', 'file'] as const;

function errorsOf(problems: readonly Problem[]): Record<string, string> {
  return Object.fromEntries(problems.flatMap(({ field, sentence }) => (field === null ? [] : [[field, sentence]])));
}

const anchor = (which: string, field: string | null) => (field === null ? null : `${which}-${field}`);
const sentenceOf = ({ sentence }: Problem) => sentence;
const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** The first Love Your Customers Week that has not begun. */
function nextLoveWeek(today: IsoDate) {
  const thisYear = Number(today.slice(0, 4));
  const year = [thisYear, thisYear + 1].find((one) => loveWeekOf(one).startsOn > today) ?? thisYear + 1;
  return { year, week: loveWeekOf(year) };
}

/** The year after the chosen week, or after the latest. */
function yearAfter(drafts: readonly CampaignDraft[], chosen: string): number {
  const draft = drafts.find((one) => String(one.id) === chosen) ?? drafts[0]!;
  return Number(draft.content.startsOn.slice(0, 4)) + 1;
}
