import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { msg } from '../../../platform/language/t.js';
import { LessonActForm } from '../edit.forms.js';

const MINUTES = msg('Give the minutes as a whole number from 1 to 30, or leave them for later.');

/** What is said about a lesson as a whole; both may wait. */
export class LessonForm extends LessonActForm {
  @IsString({ message: msg('Write the title as text.') })
  @MaxLength(100, { message: msg('Shorten the title to 100 characters or fewer.') })
  title: string = '';

  @Transform(({ value }: { value: unknown }) => numberOrNull(value))
  @IsOptional()
  @IsInt({ message: MINUTES })
  @Min(1, { message: MINUTES })
  @Max(30, { message: MINUTES })
  minutes: number | null = null;
}

/** An empty field is no number yet; what is not a number stays as it was typed, to be refused. */
export function numberOrNull(value: unknown): unknown {
  if (value === '' || value === undefined) return null;
  return typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value;
}
