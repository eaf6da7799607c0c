import { msg } from '../platform/language/t.js';
import type { PersonalSheet } from '../platform/privacy/personal-sheet.js';
import type { PrivacyOfModule } from '../platform/privacy/privacy-of-module.js';

const COMPLETIONS: PersonalSheet = {
  kind: 'learning.completions',
  title: msg('Courses you finished'),
  purpose: msg('Your proof of what you’ve learnt. Totals of your unit count them.'),
  covers: ['completion.person_id'],
  sql: `select v.title as course, v.number as version, u.name as unit, c.completed_at
          from completion c join course_version v on v.id = c.course_version_id left join unit u on u.id = c.unit_id
         where c.person_id = $1 order by c.completed_at, c.id`,
  columns: {
    course: msg('Course'),
    version: msg('Version'),
    unit: msg('Where you worked'),
    completed_at: msg('Finished'),
  },
};

const ENROLMENTS: PersonalSheet = {
  kind: 'learning.enrolments',
  title: msg('Courses you began'),
  purpose: msg('So that you go on where you stopped.'),
  covers: ['enrolment.person_id'],
  sql: `select v.title as course, e.started_at, e.lesson_position as lesson, e.moved_at
          from enrolment e join course_version v on v.id = e.course_version_id
         where e.person_id = $1 order by e.started_at, v.id`,
  columns: { course: msg('Course'), started_at: msg('Begun'), lesson: msg('Lesson'), moved_at: msg('Last there') },
};

const LESSONS: PersonalSheet = {
  kind: 'learning.lessons',
  title: msg('Lessons you read to the end'),
  purpose: msg('So that a course knows when you’ve finished it.'),
  covers: ['lesson_read.person_id'],
  sql: `select v.title as course, l.title as lesson, r.read_at
          from lesson_read r join lesson l on l.id = r.lesson_id join course_version v on v.id = l.course_version_id
         where r.person_id = $1 order by r.read_at, l.id`,
  columns: { course: msg('Course'), lesson: msg('Lesson'), read_at: msg('Read') },
};

const ANSWERS: PersonalSheet = {
  kind: 'learning.answers',
  title: msg('What you answered on the way'),
  purpose: msg('So that a lesson shows you again what you chose. No manager sees it.'),
  covers: ['block_answer.person_id'],
  sql: `select v.title as course, l.title as lesson, coalesce(block ->> 'title', block -> 'question' ->> 'text') as block,
               coalesce(
                 (select string_agg(option ->> 'text', '; ') from jsonb_array_elements(block -> 'question' -> 'options') option
                   where a.answer -> 'chosen' ? (option ->> 'key')),
                 (select string_agg(choice ->> 'text', '; ' order by turn.at)
                    from jsonb_array_elements(case when jsonb_typeof(a.answer -> 'turns') = 'array' then a.answer -> 'turns' else '[]' end)
                           with ordinality turn (said, at)
                    join jsonb_array_elements(block -> 'nodes') node on node ->> 'id' = turn.said ->> 'node'
                    join jsonb_array_elements(node -> 'choices') choice on choice ->> 'key' = turn.said ->> 'choice')) as answer,
               a.answered_at
          from block_answer a join lesson l on l.id = a.lesson_id join course_version v on v.id = l.course_version_id
          left join jsonb_array_elements(l.blocks) block on block ->> 'key' = a.block_key
         where a.person_id = $1 order by a.id`,
  columns: {
    course: msg('Course'),
    lesson: msg('Lesson'),
    block: msg('Where'),
    answer: msg('Your answer'),
    answered_at: msg('Given'),
  },
};

/** What learning holds about people: what they began, read, answered and finished. */
export const LEARNING_PRIVACY: PrivacyOfModule = {
  holds: [COMPLETIONS, ENROLMENTS, LESSONS, ANSWERS],
  keeps: [
    {
      kind: 'learning.answers',
      period: { unit: 'months', standard: 24, least: 6, most: 60 },
      time: 'product',
      what: msg('What people answered on the way through lessons'),
      stays: msg('Which lessons they read and which courses they finished.'),
      appendOnly: 'block_answer',
      old: `select id from block_answer where answered_at < $1 order by answered_at`,
      goes: `gone as (delete from block_answer a using old where a.id = old.id returning 1)`,
    },
  ],
};
