import { msg } from '../platform/language/t.js';
import type { PersonalSheet } from '../platform/privacy/personal-sheet.js';
import type { PrivacyOfModule } from '../platform/privacy/privacy-of-module.js';
import { sayWords } from './studio/drafts/words.js';

const WRITING = msg('So that authors know who wrote what, and a change can be taken back.');

const DRAFTS: PersonalSheet = {
  kind: 'courses.drafts',
  title: msg('Courses you began or changed in the studio'),
  purpose: WRITING,
  covers: ['course_draft.made_by', 'course_draft.changed_by'],
  sql: `select coalesce(nullif(content ->> 'title', ''), slug) as course, made_by = $1 as made, made_at, changed_by = $1 as changed, changed_at
          from course_draft where made_by = $1 or changed_by = $1 order by id`,
  columns: {
    course: msg('Course'),
    made: msg('Begun by you'),
    made_at: msg('Begun'),
    changed: msg('Last changed by you'),
    changed_at: msg('Last changed'),
  },
};

const CHANGES: PersonalSheet = {
  kind: 'courses.changes',
  title: msg('Single changes you made in the studio'),
  purpose: WRITING,
  covers: ['course_draft_change.changed_by'],
  sql: `select coalesce(nullif(d.content ->> 'title', ''), d.slug) as course, c.revision, c.words, c.changed_at
          from course_draft_change c join course_draft d on d.id = c.draft_id
         where c.changed_by = $1 order by c.changed_at, c.draft_id, c.revision`,
  columns: {
    course: msg('Course'),
    revision: msg('Change number'),
    words: msg('What'),
    changed_at: msg('When'),
  },
  says: { words: sayWords },
};

const PUBLISHED: PersonalSheet = {
  kind: 'courses.published',
  title: msg('Courses you published, retired or brought back'),
  purpose: msg('So that it’s known who made a course public.'),
  covers: ['course_version.published_by', 'course_shelf_change.changed_by'],
  sql: `select * from (
          select title as course, number as version, 'published' as what, published_at as at
            from course_version where published_by = $1
          union all
          select v.title, v.number, c.kind, c.changed_at
            from course_shelf_change c join course_version v on v.id = c.course_version_id where c.changed_by = $1) each
         order by at`,
  columns: { course: msg('Course'), version: msg('Version'), what: msg('What'), at: msg('When') },
  words: { what: { published: msg('Published'), retired: msg('Retired'), broughtBack: msg('Brought back') } },
};

/** What courses hold about people: who wrote, published and retired them. */
export const COURSES_PRIVACY: PrivacyOfModule = {
  holds: [DRAFTS, CHANGES, PUBLISHED],
  changes: {
    'studio.startDraft': msg('Began a draft of a course'),
    'studio.deleteDraft': msg('Deleted a draft of a course'),
    'studio.restoreDraft': msg('Brought back a draft of a course'),
    'studio.publish': msg('Published a course'),
    'studio.retire': msg('Took a course out of the catalogue'),
    'studio.bringBack': msg('Put a course back in the catalogue'),
  },
  subjects: { courseDraft: msg('Draft of a course'), courseVersion: msg('Version of a course') },
};
