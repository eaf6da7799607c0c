import { type Driver, DRIVERS, isDriver } from '../../platform/drivers.js';
import { type ContentRead, ContentReader } from '../questions/content-reader.js';
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

const QUIZ_FIELDS = [
  'title',
  'passPercent',
  'attemptsAllowed',
  'shuffleQuestions',
  'shuffleOptions',
  'behaviour',
  'gradingMethod',
  'questions',
];

/** Reads the `quiz` of a content file. Every problem carries its path inside the quiz. */
export function readQuiz(raw: unknown): ContentRead<QuizContent> {
  return ContentReader.read(raw, quizFrom);
}

function quizFrom(reader: ContentReader): QuizContent {
  reader.allowOnly(QUIZ_FIELDS);
  const questions = reader.list('questions').map(quizQuestionFrom);
  if (questions.length === 0) reader.problem('Give the quiz at least one question.', 'questions');
  if (new Set(questions.map(({ key }) => key)).size < questions.length)
    reader.problem('Two questions share a key.', 'questions');
  return {
    title: reader.text('title', 200),
    passPercent: reader.wholeNumber('passPercent', 0, 100),
    attemptsAllowed: (reader.raw('attemptsAllowed') ?? null) === null ? null : reader.wholeNumber('attemptsAllowed', 1, 100),
    shuffleQuestions: reader.flag('shuffleQuestions'),
    shuffleOptions: reader.flag('shuffleOptions'),
    behaviour: reader.oneOf('behaviour', BEHAVIOURS),
    gradingMethod: reader.oneOf('gradingMethod', GRADING_METHODS),
    questions,
  };
}

function quizQuestionFrom(reader: ContentReader): QuizQuestion {
  return {
    key: reader.key(),
    drivers: driversFrom(reader),
    marks: reader.wholeNumber('marks', 1, 100),
    question: questionFrom(reader),
  };
}

function driversFrom(reader: ContentReader): Driver[] {
  const raw = reader.raw('drivers');
  const named: unknown[] = Array.isArray(raw) ? raw : [];
  if (named.length === 0) reader.problem(`Name at least one driver: ${DRIVERS.join(', ')}.`, 'drivers');
  const unknown = named.filter((name) => !isDriver(name));
  for (const name of unknown) reader.problem(`“${String(name)}” is not one of the six drivers.`, 'drivers');
  return DRIVERS.filter((driver) => named.includes(driver));
}
