import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { QuizContent, QuizQuestion } from './quiz-content.js';
import type { QuizVersion } from './quiz-version.js';

/** The bank and the quizzes: reading a version, and the statements of which publishing is made. */
@Injectable()
export class QuizzesQueries {
  constructor(private readonly db: Database) {}

  version(quizVersionId: number): Promise<QuizVersion | null> {
    return this.db.one<QuizVersion>(
      `select v.id, v.quiz_id as "quizId", v.title, v.pass_percent as "passPercent",
              v.attempts_allowed as "attemptsAllowed", v.shuffle_questions as "shuffleQuestions",
              v.shuffle_options as "shuffleOptions", v.behaviour, v.grading_method as "gradingMethod",
              (select json_agg(json_build_object('position', s.position, 'maxMark', s.max_mark::text,
                                                 'question', q.body || jsonb_build_object('kind', q.kind))
                               order by s.position)
                 from quiz_slot s join question_version q on q.id = s.question_version_id
                where s.quiz_version_id = v.id) as slots
         from quiz_version v where v.id = $1`,
      [quizVersionId],
    );
  }

  /** A published quiz as its author wrote it, to be written on. */
  content(quizVersionId: number): Promise<QuizContent | null> {
    return this.db.one<QuizContent>(
      `select v.title, v.pass_percent as "passPercent", v.attempts_allowed as "attemptsAllowed",
              v.shuffle_questions as "shuffleQuestions", v.shuffle_options as "shuffleOptions", v.behaviour,
              v.grading_method as "gradingMethod",
              (select json_agg(json_build_object('key', q.key, 'drivers', n.drivers, 'marks', s.max_mark::float,
                                                 'question', n.body || jsonb_build_object('kind', n.kind))
                               order by s.position)
                 from quiz_slot s join question_version n on n.id = s.question_version_id
                 join question q on q.id = n.question_id
                where s.quiz_version_id = v.id) as questions
         from quiz_version v where v.id = $1`,
      [quizVersionId],
    );
  }

  /** Enters the keys that are new, and holds all of them until the transaction ends. */
  async holdQuestions(tx: Tx, keys: readonly string[]): Promise<void> {
    await tx.query('insert into question (key) select unnest($1::text[]) order by 1 on conflict (key) do nothing', [
      keys,
    ]);
    await tx.query('select id from question where key = any ($1) order by key for update', [keys]);
  }

  /** Adds the next version of each question whose newest version says something else, or that has none. */
  async addChangedQuestions(tx: Tx, questions: readonly QuizQuestion[]): Promise<void> {
    const rows = questions.map(({ key, drivers, question: { kind, ...body } }) => ({ key, kind, drivers, body }));
    await tx.query(
      `with wanted as (
         select q.id, w.kind, w.drivers, w.body
           from jsonb_to_recordset($1) as w(key text, kind text, drivers text[], body jsonb) join question q using (key)),
       newest as (
         select distinct on (question_id) question_id, number, kind, drivers, body
           from question_version where question_id in (select id from wanted) order by question_id, number desc)
       insert into question_version (question_id, number, kind, drivers, body)
       select w.id, coalesce(n.number, 0) + 1, w.kind, w.drivers, w.body
         from wanted w left join newest n on n.question_id = w.id
        where n.number is null or (n.kind, n.drivers, n.body) is distinct from (w.kind, w.drivers, w.body)`,
      [JSON.stringify(rows)],
    );
  }

  /** Ids of the newest versions, in the order of `keys`. */
  async newestQuestions(tx: Tx, keys: readonly string[]): Promise<number[]> {
    const rows = await tx.query<{ id: number }>(
      `select (select v.id from question_version v where v.question_id = q.id order by v.number desc limit 1) as id
         from unnest($1::text[]) with ordinality as w(key, place) join question q using (key) order by w.place`,
      [keys],
    );
    return rows.map((row) => row.id);
  }

  /** Enters the quiz when it is new and holds it, so that two who publish at once take turns. Gives its id. */
  async holdQuiz(tx: Tx, key: string): Promise<number> {
    await tx.query('insert into quiz (key) values ($1) on conflict (key) do nothing', [key]);
    return (await tx.one<{ id: number }>('select id from quiz where key = $1 for update', [key]))!.id;
  }

  /** The newest version of the quiz when it is exactly this one. */
  async newestIfSame(tx: Tx, quizId: number, quiz: QuizContent, questions: number[]): Promise<number | null> {
    const same = await tx.one<{ id: number }>(
      `select v.id
         from (select * from quiz_version where quiz_id = $1 order by number desc limit 1) v
        where (v.title, v.pass_percent, v.attempts_allowed, v.shuffle_questions, v.shuffle_options, v.behaviour,
               v.grading_method) is not distinct from ($2::text, $3::int, $4::int, $5::bool, $6::bool, $7::text, $8::text)
          and (select array_agg((s.question_version_id, s.max_mark) order by s.position)
                 from quiz_slot s where s.quiz_version_id = v.id)
            = (select array_agg((w.question, w.mark) order by w.place)
                 from unnest($9::int[], $10::numeric(12,7)[]) with ordinality as w(question, mark, place))`,
      [quizId, ...settings(quiz), questions, marks(quiz)],
    );
    return same?.id ?? null;
  }

  async addVersion(tx: Tx, quizId: number, quiz: QuizContent, questions: number[]): Promise<number> {
    const added = await tx.one<{ id: number }>(
      `with added as (
         insert into quiz_version (quiz_id, number, title, pass_percent, attempts_allowed, shuffle_questions,
                                   shuffle_options, behaviour, grading_method, published_at)
         select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $11 from quiz_version where quiz_id = $1
         returning id),
       slots as (
         insert into quiz_slot (quiz_version_id, position, question_version_id, max_mark)
         select added.id, w.place, w.question, w.mark
           from added, unnest($9::int[], $10::numeric(12,7)[]) with ordinality as w(question, mark, place))
       select id from added`,
      [quizId, ...settings(quiz), questions, marks(quiz), tx.now],
    );
    return added!.id;
  }
}

function settings(quiz: QuizContent): unknown[] {
  return [
    quiz.title,
    quiz.passPercent,
    quiz.attemptsAllowed,
    quiz.shuffleQuestions,
    quiz.shuffleOptions,
    quiz.behaviour,
    quiz.gradingMethod,
  ];
}

function marks(quiz: QuizContent): number[] {
  return quiz.questions.map((question) => question.marks);
}
