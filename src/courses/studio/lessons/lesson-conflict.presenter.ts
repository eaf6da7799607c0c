import { t } from '../../../platform/language/t.js';
import { postedFields, textIn } from '../blocks/posted.js';
import { type Conflict, different } from '../conflict.presenter.js';
import type { ChangedMeanwhile } from '../drafts/changed-meanwhile.js';
import { draftLessonPath } from '../paths.js';

/** Both versions of a lesson's title and minutes. */
export function lessonConflict(
  { draft }: ChangedMeanwhile,
  { position }: { position: string },
  body: unknown,
): Conflict {
  const posted = postedFields(body);
  const theirs = draft.content.lessons.find((lesson) => lesson.key === posted.lesson);
  const path = draftLessonPath(draft.id, Number(position));
  return {
    action: path,
    body,
    takePath: path,
    rows: different([
      { label: t('Title'), mine: textIn(posted, 'title'), theirs: theirs?.title ?? '' },
      { label: t('Minutes'), mine: textIn(posted, 'minutes'), theirs: String(theirs?.minutes ?? '') },
    ]),
    faces: null,
    lang: draft.content.language === 'cy' ? 'cy' : null,
  };
}
