import { type ContentRead, type ContentReader, readContent, repeated } from '../../platform/content-reader.js';
import { type Driver, DRIVERS, isDriver } from '../../platform/drivers.js';
import { t } from '../../platform/language/t.js';
import type { Question } from '../questions/question.js';
import { questionFrom } from '../questions/question-content.js';
import { type Behaviour, BEHAVIOURS } from './behaviour.js';
import { GRADING_METHODS, type GradingMethod } from './grading.js';

/** A quiz as a content file describes it. */
export interface QuizContent {
  title: string;
  /** Whole percent of the marks, 0 to 100. */
  passPercent: number;
  /** Null: as many as they like. */
  attemptsAllowed: number | null;
  shuffleQuestions: boolean;
  shuffleOptions: boolean;
  behaviour: Behaviour;
  gradingMethod: GradingMethod;
  questions: QuizQuestion[];
}

export interface QuizQuestion {
  /** The question's name in the bank, the same across versions. */
  key: string;
  drivers: Driver[];
  marks: number;
  question: Question;
}

/** Reads the `quiz` of a content file. Every problem carries its path inside the quiz. */
export function readQuiz(raw: unknown): ContentRead<QuizContent> {
  return readContent(raw, quizFrom);
}

function quizFrom(reader: ContentReader): QuizContent {
  const quiz: QuizContent = {
    title: reader.text('title', t('the title'), 200),
    passPercent: reader.wholeNumber('passPercent', 0, 100),
    attemptsAllowed: reader.wholeNumberOrNull('attemptsAllowed', 1, 100),
    shuffleQuestions: reader.flag('shuffleQuestions'),
    shuffleOptions: reader.flag('shuffleOptions'),
    behaviour: reader.oneOf('behaviour', BEHAVIOURS),
    gradingMethod: reader.oneOf('gradingMethod', GRADING_METHODS),
    questions: reader
      .list('questions')
      .map((item, index) => quizQuestionFrom(reader.child(item, t('Question {n}', { n: String(index + 1) })))),
  };
  repeated(quiz.questions.map(({ key }) => key)).forEach((key) =>
    reader.problem('questions', t('two questions have the key “{key}”.', { key })),
  );
  reader.close();
  return quiz;
}

function quizQuestionFrom(reader: ContentReader): QuizQuestion {
  const read = {
    key: reader.key('key'),
    drivers: driversFrom(reader),
    marks: reader.wholeNumber('marks', 1, 100),
    question: questionFrom(reader),
  };
  reader.close();
  return read;
}

function driversFrom(reader: ContentReader): Driver[] {
  const named = reader.list('drivers').map((item) => item.raw);
  if (!named.every(isDriver))
    reader.problem('drivers', t('list drivers out of: {drivers}.', { drivers: DRIVERS.join(', ') }));
  return DRIVERS.filter((driver) => named.includes(driver));
}
