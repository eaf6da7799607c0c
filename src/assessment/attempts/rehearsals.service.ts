import { Injectable } from '@nestjs/common';
import type { Problem } from '../../platform/web/form.js';
import { type Page, page } from '../../platform/web/reply.js';
import { readAnswer } from '../questions/posted-answer.js';
import { BEHAVIOUR_RULES } from '../quizzes/behaviour.js';
import type { QuizContent } from '../quizzes/quiz-content.js';
import type { AttemptContext } from './attempt-hosts.service.js';
import { presentHandIn } from './hand-in.presenter.js';
import { markSheet } from './marks.js';
import { presentQuestionPage } from './question.presenter.js';
import { rehearsalSheet, type RehearsedAnswers } from './rehearsal.js';
import { presentResult } from './result.presenter.js';
import { isAnswerable, itemAt, nextToAnswer } from './sheet.js';
import { presentVerdictPage } from './verdict.presenter.js';
import type { AttemptPaths } from '../paths.js';

/** A quiz that an author walks through before it is published. */
export interface Rehearsed {
  quiz: QuizContent;
  answers: RehearsedAnswers;
  /** Where the pages of the rehearsal are. */
  paths: AttemptPaths;
  context: AttemptContext;
  handedIn: boolean;
}

/** The pages of a quiz with the real templates and the real marking, and nothing stored. */
@Injectable()
export class Rehearsals {
  /** @throws NotFound for a number that the quiz does not have */
  question(rehearsed: Rehearsed, number: number, problems: Problem[]): Page {
    const sheet = rehearsalSheet(rehearsed.quiz, rehearsed.answers, rehearsed.paths, rehearsed.handedIn);
    const item = itemAt(sheet, number);
    const options = { layout: 'player', status: problems.length > 0 ? 422 : 200 } as const;
    const { context } = rehearsed;
    if (!isAnswerable(sheet, item)) {
      return page('assessment/verdict', presentVerdictPage(sheet, item, context, problems), options);
    }
    const asked = { token: '', posted: null, problems };
    return page('assessment/question', presentQuestionPage(sheet, item, context, asked), options);
  }

  /**
   * Reads a posted answer as an attempt would.
   * @returns the option keys chosen, and the number of the question to go on with; null for the end
   * @throws RuleBroken with a sentence for the answer field; NotFound
   */
  answer(rehearsed: Rehearsed, number: number, posted: unknown): { chosen: string[]; goOnWith: number | null } {
    const { quiz, answers, paths } = rehearsed;
    const item = itemAt(rehearsalSheet(quiz, answers, paths), number);
    const { chosen } = readAnswer(item.question, posted, item.order);
    if (BEHAVIOUR_RULES[quiz.behaviour].checksEachAnswer) return { chosen, goOnWith: number };
    const after = rehearsalSheet(quiz, new Map([...answers, [number, chosen]]), paths);
    return { chosen, goOnWith: nextToAnswer(after, number)?.number ?? null };
  }

  handIn({ quiz, answers, paths, context }: Rehearsed): Page {
    return page('assessment/hand-in', presentHandIn(rehearsalSheet(quiz, answers, paths), context, []), {
      layout: 'player',
    });
  }

  result({ quiz, answers, paths, context }: Rehearsed): Page {
    const sheet = rehearsalSheet(quiz, answers, paths, true);
    const marks = [{ number: 1, ...markSheet(sheet) }];
    return page('assessment/result', presentResult(sheet, context, marks), { layout: 'player' });
  }
}
