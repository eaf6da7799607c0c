import { Transform } from 'class-transformer';
import { IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';

const CHOOSE_COURSE = 'Choose a course.';

/** What the first step sends to the preview; also what its address may carry beforehand. */
export class ChoiceForm {
  @Transform(({ value }) => [value ?? []].flat().map(String))
  @Matches(/^[^\p{Cc}]{0,40}$/u, { each: true, message: 'Check the codes: one of them is not a code.' })
  unit: string[] = [];

  @IsString({ message: 'Paste codes as text.' })
  @MaxLength(8_000, { message: 'Paste up to 1,000 codes at a time.' })
  codes: string = '';

  /** The area whose units are all wanted, by its code. */
  @IsString({ message: 'Choose one area.' })
  @MaxLength(40, { message: 'Choose one area.' })
  everyUnitOf: string = '';

  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, { message: CHOOSE_COURSE })
  @MaxLength(200, { message: CHOOSE_COURSE })
  course: string = '';

  @IsString({ message: 'Say in a sentence why you ask.' })
  @Length(1, 300, { message: 'Say in a sentence why you ask, in up to 300 characters.' })
  reason: string = '';

  @IsString({ message: 'Choose the day by which it should be done.' })
  dueOn: string = '';
}

/** What the preview commits. The token makes a double click one assignment. */
export class AssignmentForm extends ChoiceForm {
  @IsUUID('all', { message: 'This page had been open too long. Look at the preview again, then assign.' })
  formToken: string = '';
}
