import { Transform, type TransformFnParams } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { msg } from '../../platform/language/t.js';
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
  @IsOptional() @IsString() @MaxLength(LONGEST, TOO_LONG) unit = '';
  @IsOptional() @IsIn(['code', 'name'], { message: msg('Choose whether units are given by code or by name.') }) match:
    'code' | 'name' = 'code';
  @IsOptional() @IsString() @MaxLength(LONGEST, TOO_LONG) time = '';
  @IsOptional() @IsString() @MaxLength(60, TOO_LONG) format = 'ISO';
  @IsOptional() @IsString() @MaxLength(60, TOO_LONG) zone = 'Europe/London';
  @IsOptional() @IsString() @MaxLength(LONGEST, TOO_LONG) responseId = '';
  @IsOptional() @IsString() @MaxLength(LONGEST, TOO_LONG) ease = '';
  @IsOptional() @IsString() @MaxLength(LONGEST, TOO_LONG) emotion = '';
  @IsOptional() @IsString() @MaxLength(LONGEST, TOO_LONG) friendly = '';
  @IsOptional() @IsString() @MaxLength(LONGEST, TOO_LONG) professional = '';
  @IsOptional() @IsString() @MaxLength(LONGEST, TOO_LONG) knowledge = '';
  @IsOptional() @IsString() @MaxLength(LONGEST, TOO_LONG) understanding = '';
  @IsOptional() @IsString() @MaxLength(LONGEST, TOO_LONG) efficiency = '';
  @IsOptional() @IsString() @MaxLength(LONGEST, TOO_LONG) expectations = '';
  @IsOptional() @IsString() @MaxLength(LONGEST, TOO_LONG) comment1 = '';
  @IsOptional() @IsString() @MaxLength(LONGEST, TOO_LONG) comment2 = '';

  @Transform(asList) @IsString(LIST_TOO_LONG) @ArrayMaxSize(600, TOO_LONG) scaleQuestion: string[] = [];
  @Transform(asList) @IsString(LIST_TOO_LONG) @MaxLength(LONGEST, LIST_TOO_LONG) scaleText: string[] = [];
  @Transform(asList) @IsString(LIST_TOO_LONG) @MaxLength(10, LIST_TOO_LONG) scaleMeans: string[] = [];
  @Transform(asList) @IsString(LIST_TOO_LONG) @MaxLength(LONGEST, LIST_TOO_LONG) aliasText: string[] = [];
  @Transform(asList) @IsString(LIST_TOO_LONG) @MaxLength(200, LIST_TOO_LONG) aliasMeans: string[] = [];

  @IsOptional() @IsIn(['show', 'save'], { message: msg('Choose one of the two buttons.') }) act: 'show' | 'save' =
    'show';
}
