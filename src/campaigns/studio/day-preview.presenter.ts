import type { CourseCard } from '../../courses/course-version.js';
import { DRIVERS } from '../../platform/drivers.js';
import { t } from '../../platform/language/t.js';
import { presentThemeDay } from '../theme-day.presenter.js';
import { campaignDraftPath } from '../paths.js';
import type { CampaignDraft } from './campaign-draft.js';
import type { DraftDay } from './draft.js';

/** The day’s page as staff see it on its date, with nothing on it that could be sent. */
export function presentDayPreview(draft: CampaignDraft, day: DraftDay, course: CourseCard | null) {
  const { id, content } = draft;
  const staff = presentThemeDay({
    campaign: { ...content, id: 0 },
    day: {
      ...day,
      id: 0,
      driver: day.driver ?? DRIVERS[0],
      courseSlug: day.course,
      courseTitle: course?.title ?? t('No course yet'),
      minutes: course?.minutes ?? 5,
      done: false,
      pledge: null,
    },
    state: 'today',
    today: day.heldOn,
    wall: [],
    typed: null,
    problems: [],
  });
  return {
    ...staff,
    heading: day.title || t('No theme yet'),
    title: t('Preview: {title}', { title: day.title || t('No theme yet') }),
    notice: t('A preview of the day as staff will see it. Nothing here can be sent.'),
    back: { href: `${campaignDraftPath(id)}#${day.key}`, text: t('Back to the week') },
    lesson: course === null ? null : staff.lesson,
    pledge: staff.pledge && { ...staff.pledge, action: null },
    huddle: staff.huddle && { ...staff.huddle, path: null },
  };
}
