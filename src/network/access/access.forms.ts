import { IsString, MaxLength } from 'class-validator';
import { msg } from '../../platform/language/t.js';

export class AccessForm {
  @IsString({ message: msg('Type a personnel reference.') })
  @MaxLength(40, { message: msg('Type a personnel reference.') })
  person: string = '';

  /** The code of a unit, area or region, or the path of a page. */
  @IsString({ message: msg('Type a code, or the address of a page.') })
  @MaxLength(300, { message: msg('Type a code, or the address of a page.') })
  what: string = '';

  @IsString({ message: msg('Choose a day that is on the calendar.') })
  @MaxLength(10, { message: msg('Choose a day that is on the calendar.') })
  on: string = '';
}
