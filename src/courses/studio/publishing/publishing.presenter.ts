import type { CourseContent } from '../../content/content.js';
import { sayList } from '../../../platform/say.js';
import { t } from '../../../platform/language/t.js';
import { can } from '../../../platform/permissions.js';
import { presentProblems, type Problem } from '../../../platform/web/form.js';
import type { PartWay } from '../../part-way.js';
import type { DraftContent } from '../drafts/draft-content.js';
import { draftPreviewPath, draftPublishPath } from '../paths.js';
import { type BarFacts, courseName, presentBar } from '../studio-bar.presenter.js';
import { studioPermissions } from '../studio.policy.js';
import { adviceFor } from './advice.js';
import { type Around, blockersOf } from './blockers.js';
import { changesBetween } from './changes.js';
import type { PartWayCount } from './course-learners.service.js';
import { staysRead } from './lesson-pairs.js';
import type { Remark } from './spot.js';
import { spotPath } from './spot-path.js';

/** What the page before publishing is made of. */
export interface ToPublish {
  facts: BarFacts;
  around: Around;
  /** The version that is live, with its number; null for a course that has none. */
  live: { number: number; content: CourseContent } | null;
  /** The number that publishing would give. */
  nextNumber: number;
  partWay: PartWayCount[];
  chosen: PartWay;
  problems: readonly Problem[];
}

export function presentPublishing(page: ToPublish) {
  const { draft, actor } = page.facts;
  const blockers = blockersOf(draft.content, page.around);
  const changes = page.live === null ? null : changesBetween(page.live.content, draft.content);
  const isReady = blockers.length === 0 && (changes === null || changes.length > 0);
  const links = (remarks: Remark[]) =>
    remarks.map(({ sentence, spot }) => ({ text: sentence, path: spotPath(draft.id, draft.content, spot) }));
  return {
    title: t('Publish: {course}', { course: courseName(draft) }),
    bar: presentBar(page.facts, [{ text: t('Publish') }]),
    problems: presentProblems(page.problems),
    heading: t('Publish {course}', { course: courseName(draft) }),
    blockers: links(blockers),
    blockersHeading: t('{n, plural, one {# thing to put right first} other {# things to put right first}}', {
      n: blockers.length,
    }),
    advice: links(adviceFor(draft.content)),
    live: page.live && { heading: t('Against version {n}', { n: String(page.live.number) }), changes: changes ?? [] },
    people: page.live === null ? null : presentPeople(page, page.live.content),
    action: isReady && can(actor, studioPermissions.write) ? draftPublishPath(draft.id) : null,
    button: t('Publish as version {n}', { n: String(page.nextNumber) }),
    revision: draft.revision,
    previewPath: draftPreviewPath(draft.id),
  };
}

/** Who is in the middle of an older version, and what the new one can mean for them. */
function presentPeople({ partWay, chosen, facts }: ToPublish, live: CourseContent) {
  const people = partWay.reduce((sum, { people }) => sum + people, 0);
  const choice = (value: PartWay, text: string, hint: string) => ({ value, text, hint, checked: value === chosen });
  return {
    sentence: sayPartWay(partWay, people),
    choices: [
      choice('finish', t('They finish the version they are in'), FINISH()),
      choice('move', t('They go on in the new version'), sayCarried(live, facts.draft.content)),
      choice('startersOnly', t('Only new starters get the new version'), STARTERS_ONLY()),
    ],
  };
}

const FINISH = () => t('Nobody notices. Whoever has finished it before may take the new version as well.');
const STARTERS_ONLY = () =>
  t('Whoever has begun or finished an older version stays with that one, for small corrections.');

function sayPartWay(counts: readonly PartWayCount[], people: number): string {
  if (people === 0) return t('Nobody is part-way through an older version at the moment.');
  const versions = sayList(counts.map(({ number }) => String(number)));
  return t(
    '{people, plural, one {# person is part-way through version {versions}.} other {# people are part-way through version {versions}.}}',
    { people, versions },
  );
}

/** What whoever goes on in the new version keeps. */
function sayCarried(live: CourseContent, draft: DraftContent): string {
  const kept = staysRead(live.lessons, draft.lessons).map(String);
  const lessons =
    kept.length === 0
      ? t('No lesson stays read, since all of them say something else.')
      : t(
          '{n, plural, one {Lesson {list} stays read for those who have read it.} other {Lessons {list} stay read for those who have read them.}}',
          {
            n: kept.length,
            list: sayList(kept),
          },
        );
  return `${lessons} ${t('They change over once they are done with the lesson or quiz they are in. Quiz attempts stay with the older version.')}`;
}
