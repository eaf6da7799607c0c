import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { toDecimal } from '../questions/fraction.js';
import { markAnswer } from '../questions/mark-answer.js';
import { ANSWER_FIELD, readAnswer, sameAnswer } from '../questions/posted-answer.js';
import type { Answer } from '../questions/question.js';
import { refuseOneTooMany } from '../quizzes/attempts-allowed.js';
import { BEHAVIOUR_RULES } from '../quizzes/behaviour.js';
import { QuizVersions } from '../quizzes/quiz-versions.service.js';
import { ATTEMPT, RESPONSE, take } from './attempt-lifecycle.js';
import { AttemptRows, type NewAnswer } from './attempt-rows.queries.js';
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

/** An attempt to go on with; a fresh one begins at its first question. */
export interface Started {
  attemptId: string;
  fresh: boolean;
}

/** What a person does with a quiz. Every step is one transaction: what was acknowledged is committed. */
@Injectable()
export class AttemptsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly quizzes: QuizVersions,
    private readonly sheets: Sheets,
    private readonly rows: AttemptRows,
    private readonly queries: AttemptQueries,
  ) {}

  /**
   * Goes on with the attempt that is open at this quiz, also when an older version is, or starts the next one.
   * @throws RuleBroken when all attempts are used; NotFound when there is no such quiz
   */
  async start(actor: Actor, quizVersionId: number): Promise<Started> {
    const quiz = await this.quizzes.get(quizVersionId);
    return this.db.write(async (tx) => {
      const open = await this.rows.openAttempt(tx, actor.personId, quiz.quizId);
      if (open) return { attemptId: open, fresh: false };
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
      if (!attemptId)
        return { attemptId: (await this.rows.openAttempt(tx, actor.personId, quiz.quizId))!, fresh: false };
      await this.rows.note(tx, attemptId, { kind: 'started' });
      return { attemptId, fresh: true };
    });
  }

  /** Another attempt at the quiz of an earlier one. */
  async retake(actor: Actor, attemptId: string): Promise<Started> {
    const { attempt } = await this.sheets.open(actor, attemptId);
    return this.start(actor, attempt.quizVersionId);
  }

  /** Notes that a question was seen, for disputes. */
  async show(sheet: Sheet, item: Item): Promise<void> {
    const on = { query: this.db.query.bind(this.db), now: this.clock.now() };
    await this.rows.note(on, sheet.attempt.id, { kind: 'shown', position: item.position });
  }

  /**
   * Saves an answer, and marks it at once where the quiz checks each answer: it is fixed from then on. The same token
   * with the same answer is the same save; otherwise the later save wins. When this resolves, the answer is committed.
   * @returns whether the answer has been marked
   * @throws RuleBroken with a sentence for the learner
   */
  async answer(actor: Actor, attemptId: string, number: number, posted: PostedAnswer): Promise<{ checked: boolean }> {
    return (
      (await this.answerFirst(actor, attemptId, number, posted)) ?? this.answerInTurn(actor, attemptId, number, posted)
    );
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
      await this.rows.note(tx, attemptId, { kind: 'submitted' });
      const ids = { attemptId: attempt.id, personId: attempt.personId, quizId: quiz.quizId, quizVersionId: quiz.id };
      await tx.record(attemptSubmitted({ ...ids, passed }, actor.personId));
    });
  }

  /** A slot that has no answer yet needs no turn to wait for; null when it has one by now. */
  private async answerFirst(actor: Actor, attemptId: string, number: number, posted: PostedAnswer) {
    const sheet = await this.sheets.open(actor, attemptId);
    const item = itemAt(sheet, number);
    if (sheet.state !== 'open' || item.state !== 'blank') return null;
    const answer = readAnswer(item.question, posted.answer, item.order);
    const saved = this.newAnswer(sheet, item, answer, readToken(posted.token));
    return (await this.rows.keepFirst(saved, this.clock.now())) ? checkedIn(sheet) : null;
  }

  /** Alone with the attempt, so that two tabs take turns. */
  private answerInTurn(actor: Actor, attemptId: string, number: number, posted: PostedAnswer) {
    return this.db.write(async (tx) => {
      const sheet = await this.sheets.hold(tx, actor, attemptId);
      const item = itemAt(sheet, number);
      const answer = readAnswer(item.question, posted.answer, item.order);
      await this.save(tx, sheet, item, answer, readToken(posted.token));
      return checkedIn(sheet);
    });
  }

  /** The very save that has been made before changes nothing. */
  private async save(tx: Tx, sheet: Sheet, item: Item, answer: Answer, token: string): Promise<void> {
    const earlier = await this.rows.savedUnder(tx, sheet.attempt.id, item.position, token);
    if (earlier && sameAnswer(earlier, answer)) return;
    take(ATTEMPT, sheet.state, 'answer');
    take(RESPONSE, item.state, 'answer');
    if (earlier) throw new RuleBroken(t(TOKEN_ALREADY_USED), ANSWER_FIELD);
    await this.rows.keep(tx, this.newAnswer(sheet, item, answer, token));
  }

  private newAnswer(sheet: Sheet, item: Item, answer: Answer, token: string): NewAnswer {
    const state = take(RESPONSE, item.state, 'answer');
    const fraction = this.fractionAtOnce(sheet, { ...item, state }, answer);
    return { attemptId: sheet.attempt.id, position: item.position, token, answer, fraction };
  }

  /** What the answer earned where the quiz checks each one, as decimal text; null where it is marked at the end. */
  private fractionAtOnce(sheet: Sheet, item: Item, answer: Answer): string | null {
    if (!BEHAVIOUR_RULES[sheet.quiz.behaviour].checksEachAnswer) return null;
    take(RESPONSE, item.state, 'check');
    return toDecimal(markAnswer(item.question, answer).fraction);
  }
}

const checkedIn = ({ quiz }: Sheet) => ({ checked: BEHAVIOUR_RULES[quiz.behaviour].checksEachAnswer });
