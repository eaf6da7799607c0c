import { IsISO8601, IsString, Length, Matches } from 'class-validator';
import { msg } from '../../platform/language/t.js';

/** What else was changed at a unit. */
export class UnitActionForm {
  @IsString()
  @Matches(/^[0-9a-f-]{36}$/, { message: msg('Load the page again and record the change once more.') })
  token = '';

  @IsISO8601({ strict: true }, { message: msg('Give a day that is on the calendar.') })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: msg('Give the day of the change, such as 11 02 2027.') })
  happenedOn = '';

  @IsString({ message: msg('Say in a few words what you changed.') })
  @Length(1, 200, { message: msg('Say in up to 200 characters what you changed.') })
  words = '';
}
