import { Transform } from 'class-transformer';
import { IsIn, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { msg } from '../../platform/language/t.js';
import { ASKABLE_ROLES, type AskableRole } from './chosen-audience.js';

const CHOOSE_COURSE = msg('Choose a course.');
const CHECK_CODES = msg('Check the codes: one of them is not a code.');
const CHECK_PEOPLE = msg('Check the people: one of them is not a personnel reference.');

const asList = ({ value }: { value: unknown }) =>
  [value ?? []]
    .flat()
    .map(String)
    .filter((one) => one !== '');
const CODE = /^[^\p{Cc}]{0,40}$/u;

/** What the first step sends to the preview; also what its address may carry beforehand. */
export class ChoiceForm {
  @Transform(asList)
  @Matches(CODE, { each: true, message: CHECK_CODES })
  unit: string[] = [];

  @IsString({ message: msg('Paste codes as text.') })
  @MaxLength(8_000, { message: msg('Paste up to 1,000 codes at a time.') })
  codes: string = '';

  /** Areas whose units are all wanted, by their codes. */
  @Transform(asList)
  @Matches(CODE, { each: true, message: CHECK_CODES })
  everyUnitOf: string[] = [];

  /** Regions with all their areas, by their codes. */
  @Transform(asList)
  @Matches(CODE, { each: true, message: CHECK_CODES })
  everyAreaOf: string[] = [];

  @IsIn(['', 'yes'], { message: CHECK_CODES })
  everywhere: string = '';

  /** None stands for all. */
  @Transform(asList)
  @IsIn([...ASKABLE_ROLES], { each: true, message: msg('Choose roles from the list.') })
  role: AskableRole[] = [];

  /** People by their personnel references. */
  @Transform(asList)
  @Matches(CODE, { each: true, message: CHECK_PEOPLE })
  person: string[] = [];

  @IsString({ message: msg('Paste references as text.') })
  @MaxLength(6_000, { message: msg('Name up to 500 people at a time.') })
  references: string = '';

  /** A name or a reference to look for; the page comes back with those found. */
  @IsString({ message: msg('Type a name or a reference.') })
  @MaxLength(100, { message: msg('Type a name or a reference.') })
  find: string = '';

  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, { message: CHOOSE_COURSE })
  @MaxLength(200, { message: CHOOSE_COURSE })
  course: string = '';

  @IsString({ message: msg('Say in a sentence why you ask.') })
  @Length(1, 300, { message: msg('Say in a sentence why you ask, in up to 300 characters.') })
  reason: string = '';

  @IsString({ message: msg('Choose the day by which it should be done.') })
  dueOn: string = '';
}

/** What the preview commits. The token makes a double click one assignment. */
export class AssignmentForm extends ChoiceForm {
  @IsUUID('all', { message: msg('This page had been open too long. Look at the preview again, then assign.') })
  formToken: string = '';
}
