import { msg } from '../platform/language/t.js';
import type { PersonalSheet } from '../platform/privacy/personal-sheet.js';
import type { PrivacyOfModule } from '../platform/privacy/privacy-of-module.js';

const ATTEMPTS: PersonalSheet = {
  kind: 'assessment.attempts',
  title: msg('Quizzes you took'),
  purpose: msg('So that you see how you did, and that a course which asks for a quiz can be finished.'),
  covers: ['attempt.person_id'],
  sql: `select v.title as quiz, a.number, a.started_at, a.submitted_at, round(a.mark, 2)::float as mark,
               round(a.max_mark, 2)::float as max_mark, a.passed
          from attempt a join quiz_version v on v.id = a.quiz_version_id where a.person_id = $1 order by a.started_at, a.id`,
  columns: {
    quiz: msg('Quiz'),
    number: msg('Attempt'),
    started_at: msg('Begun'),
    submitted_at: msg('Handed in'),
    mark: msg('Marks'),
    max_mark: msg('Of'),
    passed: msg('Passed'),
  },
};

const ANSWERS: PersonalSheet = {
  kind: 'assessment.answers',
  title: msg('Your answers in quizzes'),
  purpose: msg('So that you can look again, and that questions nobody understands are found. No manager sees them.'),
  covers: ['attempt_response.attempt_id', 'attempt_event.attempt_id'],
  sql: `select v.title as quiz, a.number, q.body ->> 'text' as question,
               (select string_agg(option ->> 'text', '; ') from jsonb_array_elements(q.body -> 'options') option
                 where r.answer -> 'chosen' ? (option ->> 'key')) as answer,
               round(r.fraction, 2)::float as fraction, r.saved_at,
               (select count(*) from attempt_event e where e.attempt_id = a.id and e.position = r.position
                   and e.kind = 'answered') as times
          from attempt a
          join quiz_version v on v.id = a.quiz_version_id
          join attempt_response r on r.attempt_id = a.id
          join quiz_slot s on s.quiz_version_id = a.quiz_version_id and s.position = r.position
          join question_version q on q.id = s.question_version_id
         where a.person_id = $1 order by a.started_at, a.id, r.position`,
  columns: {
    quiz: msg('Quiz'),
    number: msg('Attempt'),
    question: msg('Question'),
    answer: msg('Your answer'),
    fraction: msg('Share of the mark'),
    saved_at: msg('Given'),
    times: msg('Times answered'),
  },
};

/** What quizzes hold about people: attempts and the answers in them. */
export const ASSESSMENT_PRIVACY: PrivacyOfModule = {
  holds: [ATTEMPTS, ANSWERS],
  keeps: [
    {
      kind: 'assessment.answers',
      period: { unit: 'months', standard: 24, least: 6, most: 60 },
      time: 'product',
      what: msg('Single answers in quizzes that were handed in'),
      stays: msg('That the quiz was taken, its marks, and whether it was passed.'),
      appendOnly: 'attempt_event',
      old: `select id from attempt where submitted_at < $1 and answers_erased_at is null
             order by submitted_at, id`,
      goes: `answers as (delete from attempt_response r using old where r.attempt_id = old.id),
              steps as (delete from attempt_event e using old where e.attempt_id = old.id),
              gone as (update attempt a set answers_erased_at = now() from old where a.id = old.id returning 1)`,
    },
  ],
};
