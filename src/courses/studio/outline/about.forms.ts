import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { type Driver, DRIVERS } from '../../../platform/drivers.js';
import { LANGUAGES } from '../../../platform/language/language.js';
import { msg } from '../../../platform/language/t.js';
import { COMPLETION_RULES, type CompletionRule, COURSE_KINDS, type CourseKind } from '../../content/content.js';
import { EditForm } from '../edit.forms.js';
import { numberOrNull } from '../lessons/lessons.forms.js';

const CHOOSE = msg('Choose one of the list.');
const MINUTES = msg('Give the minutes as a whole number from 1 to 240, or leave them for later.');
const MONTHS = msg('Give the months as a whole number from 1 to 120, or leave the field empty.');
const ADDRESS = msg('Write the address in small letters, figures and single hyphens, such as put-it-right.');

const asNumber = Transform(({ value }: { value: unknown }) => numberOrNull(value));

/** The facts of a course. All but the address may wait. */
export class AboutForm extends EditForm {
  @IsString({ message: msg('Write the title as text.') })
  @MaxLength(100, { message: msg('Shorten the title to 100 characters or fewer.') })
  title: string = '';

  /** Ignored for a course that is published: its address stays. */
  @IsOptional()
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, { message: ADDRESS })
  @MaxLength(80, { message: msg('Shorten the address to 80 characters or fewer.') })
  slug: string | undefined;

  @IsString({ message: msg('Write the summary as text.') })
  @MaxLength(400, { message: msg('Shorten the summary to 400 characters or fewer.') })
  summary: string = '';

  @Transform(({ value }: { value: unknown }) => [value ?? []].flat())
  @IsIn(DRIVERS, { each: true, message: CHOOSE })
  drivers: Driver[] = [];

  @Transform(({ value }: { value: unknown }) => (value === '' ? null : value))
  @IsOptional()
  @IsIn(DRIVERS, { message: CHOOSE })
  primaryDriver: Driver | null = null;

  @asNumber
  @IsOptional()
  @IsInt({ message: MINUTES })
  @Min(1, { message: MINUTES })
  @Max(240, { message: MINUTES })
  minutes: number | null = null;

  @IsIn(COURSE_KINDS, { message: CHOOSE })
  kind: CourseKind = 'course';

  @IsIn(LANGUAGES, { message: CHOOSE })
  language: 'en' | 'cy' = 'en';

  @IsIn(COMPLETION_RULES, { message: CHOOSE })
  completionRule: CompletionRule = 'lessonsRead';

  @asNumber
  @IsOptional()
  @IsInt({ message: MONTHS })
  @Min(1, { message: MONTHS })
  @Max(120, { message: MONTHS })
  validityMonths: number | null = null;
}
