import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength, Validate } from 'class-validator';
import { UNIT_KINDS } from '../../network/imports/codes.js';
import { DRIVERS } from '../../platform/drivers.js';
import { msg } from '../../platform/language/t.js';
import { LIMITS } from '../campaign-content.js';
import { RealDate } from './real-date.js';

const STALE = msg('This page had been open too long. Reload it and try again.');
const DATE = msg('Choose a day.');
const YEAR = msg('Give a year from 2000 to 2099.');

/** Browsers send two characters for a line's end. */
const OneLineEnd = () => Transform(({ value }) => (typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value));

/** Codes as somebody pasted them: one a line, or with commas or blanks between them. */
const Codes = () =>
  Transform(({ value }) =>
    typeof value === 'string' ? [...new Set(value.split(/[\s,;]+/).filter(Boolean))] : [value ?? []].flat(),
  );

class Token {
  @IsUUID('all', { message: STALE })
  formToken: string = '';
}

export class TemplateForm extends Token {
  @Matches(/^20\d\d$/, { message: YEAR })
  year: string = '';
}

export class CopyForm extends TemplateForm {
  @Matches(/^[1-9]\d{0,8}$/, { message: msg('Choose the week to copy.') })
  draft: string = '';
}

export class EmptyForm extends Token {
  @MaxLength(LIMITS.title, { message: msg('Name the week in up to 100 characters.') })
  @Matches(/\S/, { message: msg('Name the week in up to 100 characters.') })
  title: string = '';

  @Validate(RealDate, { message: DATE })
  startsOn: string = '';

  @Validate(RealDate, { message: DATE })
  endsOn: string = '';
}

export class FileForm extends Token {}

/** What the page showed when a button was pressed. */
export class RevisionForm {
  @Matches(/^\d{1,9}$/, { message: STALE })
  revision: string = '';
}

export class MoveForm extends RevisionForm {
  @IsIn(['earlier', 'later'], { message: STALE })
  to: string = '';
}

/** Fields that are not sent stay as they are: a week that has begun shows them as words. */
export class DetailsForm extends RevisionForm {
  @IsString({ message: msg('Name the week in up to 100 characters.') })
  @MaxLength(LIMITS.title, { message: msg('Name the week in up to 100 characters.') })
  title: string = '';

  @OneLineEnd()
  @IsString({ message: msg('Tell the story in up to 400 characters.') })
  @MaxLength(LIMITS.story, { message: msg('Tell the story in up to 400 characters.') })
  story: string = '';

  @IsOptional()
  @Matches(/^(?=.{1,80}$)[a-z0-9]+(-[a-z0-9]+)*$/, {
    message: msg('Write the address in small letters, figures and single hyphens, such as “kind-week-2028”.'),
  })
  slug?: string;

  @IsOptional()
  @Validate(RealDate, { message: DATE })
  startsOn?: string;

  @IsOptional()
  @Validate(RealDate, { message: DATE })
  endsOn?: string;

  @Codes()
  @Matches(/^.{1,40}$/u, { each: true, message: msg('Choose regions from the list.') })
  regions: string[] = [];

  @Codes()
  @Matches(/^.{1,40}$/u, { each: true, message: msg('Give area codes, one a line or with commas between them.') })
  areas: string[] = [];

  @Codes()
  @IsIn(UNIT_KINDS, { each: true, message: msg('Choose kinds of unit from the list.') })
  kinds: string[] = [];
}

export class DayForm extends RevisionForm {
  @IsOptional()
  @Validate(RealDate, { message: DATE })
  heldOn?: string;

  @IsString({ message: msg('Give the theme a title of up to 100 characters.') })
  @MaxLength(LIMITS.title, { message: msg('Give the theme a title of up to 100 characters.') })
  title: string = '';

  @IsOptional()
  @IsIn(['', ...DRIVERS], { message: msg('Choose a driver from the list.') })
  driver?: string;

  @IsOptional()
  @Matches(/^([a-z0-9]+(-[a-z0-9]+)*)?$/, { message: msg('Choose a course from the list.') })
  @MaxLength(80, { message: msg('Choose a course from the list.') })
  course?: string;

  @OneLineEnd()
  @IsString({ message: msg('Say it in one line of up to 200 characters.') })
  @MaxLength(LIMITS.summary, { message: msg('Say it in one line of up to 200 characters.') })
  summary: string = '';

  @OneLineEnd()
  @IsString({ message: msg('Write the challenge in up to 300 characters.') })
  @MaxLength(LIMITS.challenge, { message: msg('Write the challenge in up to 300 characters.') })
  challenge: string = '';

  @OneLineEnd()
  @IsString({ message: msg('Ask for the pledge in up to 200 characters.') })
  @MaxLength(LIMITS.pledgePrompt, { message: msg('Ask for the pledge in up to 200 characters.') })
  pledgePrompt: string = '';

  @OneLineEnd()
  @IsString({ message: msg('Start the conversation in up to 500 characters.') })
  @MaxLength(LIMITS.huddle, { message: msg('Start the conversation in up to 500 characters.') })
  huddle: string = '';
}
