import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { RuleBroken } from '../../platform/errors.js';
import { toDecimal } from '../questions/fraction.js';
import { markAnswer } from '../questions/mark-answer.js';
import { ANSWER_FIELD, readAnswer, sameAnswer } from '../questions/posted-answer.js';
import type { Answer } from '../questions/question.js';
import { refuseOneTooMany } from '../quizzes/attempts-allowed.js';
import { BEHAVIOUR_RULES } from '../quizzes/behaviour.js';
import { QuizVersions } from '../quizzes/quiz-versions.service.js';
import { ATTEMPT, RESPONSE, type ResponseState, take } from './attempt-lifecycle.js';
import { AttemptRows } from './attempt-rows.queries.js';
import { AttemptQueries } from './attempts.queries.js';
import { attemptSubmitted } from './attempts.events.js';
import { refuseGaps } from './handing-in.js';
import { layOut } from './layout.js';
import { markSheet, passesAfter } from './marks.js';
import { readToken, TOKEN_ALREADY_USED } from './save-token.js';
import { type Item, itemAt, type Sheet } from './sheet.js';
import { Sheets } from './sheets.service.js';

/** As the form posts it; nothing of it is believed before it has been read. */
export interface PostedAnswer {
  answer: unknown;
  token: unknown;
}

/** What a person does with a quiz. Every step is one transaction: what was acknowledged is committed. */
@Injectable()
export class AttemptsService {
  constructor(
    private readonly db: Database,
    private readonly quizzes: QuizVersions,
    private readonly sheets: Sheets,
    private readonly rows: AttemptRows,
    private readonly queries: AttemptQueries,
  ) {}

  /**
   * Goes on with the attempt that is open at this quiz, also when an older version is, or starts the next one.
   * @throws RuleBroken when all attempts are used; NotFound when there is no such quiz
   */
  async start(actor: Actor, quizVersionId: number): Promise<{ attemptId: string }> {
    const quiz = await this.quizzes.get(quizVersionId);
    return this.db.write(async (tx) => {
      const open = await this.rows.openAttempt(tx, actor.personId, quiz.quizId);
      if (open) return { attemptId: open };
      const used = await this.queries.handedIn(actor.personId, quiz.id, tx.now, tx);
      refuseOneTooMany(quiz.attemptsAllowed, used.length);
      const seed = randomInt(2 ** 31);
      const attempt = {
        personId: actor.personId,
        quizId: quiz.quizId,
        quizVersionId,
        seed,
        layout: layOut(quiz, seed),
      };
      const attemptId = await this.rows.add(tx, attempt);
      if (!attemptId) return { attemptId: (await this.rows.openAttempt(tx, actor.personId, quiz.quizId))! };
      await this.rows.note(tx, { attemptId, kind: 'started' });
      return { attemptId };
    });
  }

  /** Another attempt at the quiz of an earlier one. */
  async retake(actor: Actor, attemptId: string): Promise<{ attemptId: string }> {
    const { attempt } = await this.sheets.open(actor, attemptId);
    return this.start(actor, attempt.quizVersionId);
  }

  /** Notes that a question was seen, for disputes. */
  async show(sheet: Sheet, item: Item): Promise<void> {
    await this.db.write((tx) =>
      this.rows.note(tx, { attemptId: sheet.attempt.id, kind: 'shown', position: item.position }),
    );
  }

  /**
   * Saves an answer, and marks it at once where the quiz checks each answer: it is fixed from then on. The same token
   * with the same answer is the same save; otherwise the later save wins. When this resolves, the answer is committed.
   * @returns whether the answer has been marked
   * @throws RuleBroken with a sentence for the learner
   */
  answer(actor: Actor, attemptId: string, number: number, posted: PostedAnswer): Promise<{ checked: boolean }> {
    return this.db.write(async (tx) => {
      const sheet = await this.sheets.hold(tx, actor, attemptId);
      const item = itemAt(sheet, number);
      const answer = readAnswer(item.question, posted.answer, item.order);
      const { checksEachAnswer } = BEHAVIOUR_RULES[sheet.quiz.behaviour];
      const state = await this.save(tx, sheet, item, answer, readToken(posted.token));
      if (state && checksEachAnswer) await this.check(tx, sheet, { ...item, state }, answer);
      return { checked: checksEachAnswer };
    });
  }

  /**
   * Hands in what the attempt holds, once: handing in again changes nothing.
   * @param anyway also with questions left out
   * @throws RuleBroken naming the questions without an answer
   */
  submit(actor: Actor, attemptId: string, { anyway }: { anyway: boolean }): Promise<void> {
    return this.db.write(async (tx) => {
      const sheet = await this.sheets.hold(tx, actor, attemptId);
      if (sheet.state === take(ATTEMPT, sheet.state, 'handIn')) return;
      if (!anyway) refuseGaps(sheet);
      const { attempt, quiz } = sheet;
      const marks = markSheet(sheet);
      const earlier = await this.queries.handedIn(attempt.personId, quiz.id, tx.now, tx);
      const passed = passesAfter(quiz, [...earlier, marks]);
      await this.rows.close(tx, attempt.id, marks, passed);
      await this.rows.note(tx, { attemptId, kind: 'submitted' });
      const ids = { attemptId: attempt.id, personId: attempt.personId, quizId: quiz.quizId, quizVersionId: quiz.id };
      await tx.record(attemptSubmitted({ ...ids, passed }, actor.personId));
    });
  }

  /** The state that the answer is in from now on; null when this very save has been made before. */
  private async save(tx: Tx, sheet: Sheet, item: Item, answer: Answer, token: string): Promise<ResponseState | null> {
    const attemptId = sheet.attempt.id;
    const earlier = await this.rows.savedUnder(tx, attemptId, item.position, token);
    if (earlier && sameAnswer(earlier, answer)) return null;
    take(ATTEMPT, sheet.state, 'answer');
    const state = take(RESPONSE, item.state, 'answer');
    if (earlier) throw new RuleBroken(TOKEN_ALREADY_USED, ANSWER_FIELD);
    await this.rows.keep(tx, attemptId, item.position, answer);
    await this.rows.note(tx, { attemptId, kind: 'answered', position: item.position, token, answer });
    return state;
  }

  private async check(tx: Tx, sheet: Sheet, item: Item, answer: Answer): Promise<void> {
    take(RESPONSE, item.state, 'check');
    const fraction = toDecimal(markAnswer(item.question, answer).fraction);
    await this.rows.check(tx, sheet.attempt.id, item.position, fraction);
    await this.rows.note(tx, { attemptId: sheet.attempt.id, kind: 'checked', position: item.position });
  }
}
