import { Transform, type TransformFnParams } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { msg } from '../../platform/language/t.js';
import { type Encoding, ENCODINGS } from './text-encoding.js';
import type { UnitMatch } from './mapping-choices.js';
import { LONGEST_SOURCE_NAME } from '../imports/response-import.service.js';

/** A new survey programme, with the first of its files. */
export class NewSourceForm {
  @Length(1, LONGEST_SOURCE_NAME, { message: msg('Name the source, in up to 100 characters.') })
  name!: string;

  @IsUUID('4', { message: msg('Reload the page and choose the file again.') })
  formToken!: string;
}

const TOO_LONG = { message: msg('Shorten this.') };
const LIST_TOO_LONG = { each: true, message: msg('Shorten this.') };
const LONGEST = 1000;

/** One value or several, as a form sends them, made a list of texts. */
const asList = ({ value }: TransformFnParams): unknown => (value === undefined ? [] : [value as unknown].flat());

/** Which column is what. Columns are named as in the file, '' for none; the three lists of answers run side by side. */
export class MappingForm {
  @IsString() @MaxLength(LONGEST, TOO_LONG) unit = '';
  @IsIn(['code', 'shortCode', 'name'], { message: msg('Choose whether units are given by code or by name.') })
  match: UnitMatch = 'code';

  @IsIn(['', ...ENCODINGS], { message: msg('Choose how the file is written.') }) encoding: Encoding | '' = '';
  @IsString() @MaxLength(LONGEST, TOO_LONG) time = '';
  @IsString() @MaxLength(LONGEST, TOO_LONG) clock = '';
  @IsString() @MaxLength(60, TOO_LONG) format = 'ISO';
  @IsString() @MaxLength(60, TOO_LONG) zone = 'Europe/London';
  @IsString() @MaxLength(LONGEST, TOO_LONG) responseId = '';
  @IsString() @MaxLength(LONGEST, TOO_LONG) ease = '';
  @IsString() @MaxLength(LONGEST, TOO_LONG) emotion = '';
  @IsString() @MaxLength(LONGEST, TOO_LONG) friendly = '';
  @IsString() @MaxLength(LONGEST, TOO_LONG) professional = '';
  @IsString() @MaxLength(LONGEST, TOO_LONG) knowledge = '';
  @IsString() @MaxLength(LONGEST, TOO_LONG) understanding = '';
  @IsString() @MaxLength(LONGEST, TOO_LONG) efficiency = '';
  @IsString() @MaxLength(LONGEST, TOO_LONG) expectations = '';
  @IsString() @MaxLength(LONGEST, TOO_LONG) comment1 = '';
  @IsString() @MaxLength(LONGEST, TOO_LONG) comment2 = '';
  @IsString() @MaxLength(LONGEST, TOO_LONG) contact = '';

  @Transform(asList) @IsString(LIST_TOO_LONG) @ArrayMaxSize(600, TOO_LONG) scaleQuestion: string[] = [];
  @Transform(asList) @IsString(LIST_TOO_LONG) @MaxLength(LONGEST, LIST_TOO_LONG) scaleText: string[] = [];
  @Transform(asList) @IsString(LIST_TOO_LONG) @MaxLength(10, LIST_TOO_LONG) scaleMeans: string[] = [];
  @Transform(asList) @IsString(LIST_TOO_LONG) @MaxLength(LONGEST, LIST_TOO_LONG) aliasText: string[] = [];
  @Transform(asList) @IsString(LIST_TOO_LONG) @MaxLength(200, LIST_TOO_LONG) aliasMeans: string[] = [];

  @Transform(asList) @IsString(LIST_TOO_LONG) @MaxLength(LONGEST, LIST_TOO_LONG) contactText: string[] = [];
  @Transform(asList) @IsString(LIST_TOO_LONG) @MaxLength(10, LIST_TOO_LONG) contactMeans: string[] = [];

  @IsIn(['show', 'save'], { message: msg('Choose one of the two buttons.') }) act: 'show' | 'save' = 'show';
}
