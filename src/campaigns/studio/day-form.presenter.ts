import type { CourseCard } from '../../courses/course-version.js';
import type { IsoDate } from '../../platform/dates.js';
import { DRIVER_NAMES, DRIVERS } from '../../platform/drivers.js';
import { t } from '../../platform/language/t.js';
import { sayDate } from '../../platform/say.js';
import { presentProblems, type Problem } from '../../platform/web/form.js';
import { campaignDraftPath, draftDayPath } from '../paths.js';
import type { CampaignDraft } from './campaign-draft.js';
import type { DayForm } from './campaign.forms.js';
import type { DraftDay } from './draft.js';
import { hasBegun } from './frozen.js';
import { nameOf } from './list.presenter.js';
import { savedMeanwhile } from './saved-meanwhile.js';

interface DayFacts {
  draft: CampaignDraft;
  day: DraftDay;
  /** Published ones. */
  courses: readonly CourseCard[];
  sent: { problems: Problem[]; typed: DayForm } | null;
  today: IsoDate;
}

export function presentDayForm({ draft, day, courses, sent, today }: DayFacts) {
  const form = sent === null ? day : { ...day, ...defined(sent.typed) };
  const problems = presentProblems(sent?.problems ?? []);
  const { startsOn, endsOn } = draft.content;
  return {
    title: day.title || t('A day without a theme yet'),
    sub: sayDate(day.heldOn, today),
    back: { href: `${campaignDraftPath(draft.id)}#${day.key}`, text: nameOf(draft) },
    action: draftDayPath(draft.id, day.key),
    revision: draft.revision,
    problems,
    errors: problems?.by ?? {},
    theirs: sent && savedMeanwhile(sent.typed.revision, draft, theirLines(day, form)),
    form: { ...texts(form), heldOn: form.heldOn },
    week: { startsOn, endsOn },
    movable: draft.campaignId === null || !hasBegun(draft.content, today),
    drivers: [
      { value: '', text: t('Choose a driver') },
      ...DRIVERS.map((driver) => ({ value: driver, text: t(DRIVER_NAMES[driver]), selected: driver === form.driver })),
    ],
    courses: courseItems(courses, form.course),
  };
}

/** Theme-day courses first: they were written for five minutes. */
function courseItems(courses: readonly CourseCard[], chosen: string) {
  const known = courses.some((course) => course.slug === chosen);
  const item = (course: CourseCard) => ({
    value: course.slug,
    text:
      course.kind === 'themeDay'
        ? t('{title} (theme day, {n, plural, one {# minute} other {# minutes}})', {
            title: course.title,
            n: course.minutes,
          })
        : t('{title} ({n, plural, one {# minute} other {# minutes}})', { title: course.title, n: course.minutes }),
    selected: course.slug === chosen,
  });
  const lost =
    chosen === '' || known
      ? []
      : [{ value: chosen, text: t('{slug} (not published)', { slug: chosen }), selected: true }];
  return [
    { value: '', text: t('Choose a course') },
    ...lost,
    ...courses.filter((course) => course.kind === 'themeDay').map(item),
    ...courses.filter((course) => course.kind !== 'themeDay').map(item),
  ];
}

function texts({ title, summary, challenge, pledgePrompt, huddle }: Omit<DraftDay, 'key' | 'driver'>) {
  return { title, summary, challenge, pledgePrompt, huddle };
}

type Typed = Omit<DraftDay, 'key' | 'driver'> & { driver: string | null };

function theirLines(saved: DraftDay, typed: Typed) {
  return [
    { label: t('Date'), saved: saved.heldOn, typed: typed.heldOn },
    { label: t('Theme'), saved: saved.title, typed: typed.title },
    { label: t('Driver'), saved: saved.driver ?? '', typed: typed.driver ?? '' },
    { label: t('Course'), saved: saved.course, typed: typed.course },
    { label: t('One line about it'), saved: saved.summary, typed: typed.summary },
    { label: t('Challenge'), saved: saved.challenge, typed: typed.challenge },
    { label: t('Pledge prompt'), saved: saved.pledgePrompt, typed: typed.pledgePrompt },
    { label: t('Conversation starter'), saved: saved.huddle, typed: typed.huddle },
  ];
}

function defined(typed: DayForm): Partial<Typed> {
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined)) as Partial<Typed>;
}
