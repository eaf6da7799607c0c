import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { QUESTION_KINDS, type QuestionKind } from '../../../assessment/questions/question.js';
import { type Behaviour, BEHAVIOURS } from '../../../assessment/quizzes/behaviour.js';
import { GRADING_METHODS, type GradingMethod } from '../../../assessment/quizzes/grading.js';
import { SLUG } from '../../../platform/slug.js';
import { msg } from '../../../platform/language/t.js';
import { EditForm } from '../edit.forms.js';
import { numberOrNull } from '../lessons/lessons.forms.js';

const RELOAD = msg('This page is out of date. Open it again and go on from there.');
const PASS = msg('Give the pass mark as a whole number from 0 to 100.');
const ATTEMPTS = msg('Give the attempts as a whole number from 1 to 100, or leave it empty for as many as they like.');
const MARKS = msg('Give the marks as a whole number from 1 to 100.');

const asNumber = Transform(({ value }: { value: unknown }) => numberOrNull(value));
/** A box that is not ticked is not sent. */
const asFlag = Transform(({ value }: { value: unknown }) => value === 'yes');

export class QuizSettingsForm extends EditForm {
  @IsString({ message: msg('Write the title as text.') })
  @MaxLength(200, { message: msg('Shorten the title to 200 characters or fewer.') })
  title: string = '';

  @asNumber
  @IsInt({ message: PASS })
  @Min(0, { message: PASS })
  @Max(100, { message: PASS })
  passPercent!: number;

  @asNumber
  @IsOptional()
  @IsInt({ message: ATTEMPTS })
  @Min(1, { message: ATTEMPTS })
  @Max(100, { message: ATTEMPTS })
  attemptsAllowed: number | null = null;

  @asFlag
  @IsBoolean()
  shuffleQuestions: boolean = false;

  @asFlag
  @IsBoolean()
  shuffleOptions: boolean = false;

  @IsIn(BEHAVIOURS, { message: msg('Choose when learners see how they did.') })
  behaviour!: Behaviour;

  @IsIn(GRADING_METHODS, { message: msg('Choose which attempt counts.') })
  gradingMethod!: GradingMethod;
}

/** `key` names what is made; it was chosen when the page was drawn, so that a form sent twice makes one. */
export class NewQuestionForm extends EditForm {
  @Matches(SLUG, { message: RELOAD })
  @MaxLength(80, { message: RELOAD })
  newKey!: string;

  @IsIn(QUESTION_KINDS, { message: msg('Choose one of the three kinds of question.') })
  kind: QuestionKind = 'singleChoice';
}

export class MoveQuestionForm extends EditForm {
  @IsIn(['up', 'down'], { message: RELOAD })
  way!: 'up' | 'down';
}

/** What stands beside the question itself, which `readQuestionForm` reads. */
export class QuestionForm extends EditForm {
  @asNumber
  @IsInt({ message: MARKS })
  @Min(1, { message: MARKS })
  @Max(100, { message: MARKS })
  marks!: number;
}
