import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { msg } from '../../platform/language/t.js';

const CHOOSE = msg('Choose for whom somebody is to act.');
const TYPE = msg('Type a name or a reference.');
const DAY = msg('Choose the first day of the cover.');
const LAST = msg('Choose the last day of the cover.');

/** What the first step sends to the preview; also what its address may carry beforehand. */
export class CoverWanted {
  /** `managed-post.ts`, postKey. */
  @IsString({ message: CHOOSE })
  @MaxLength(100, { message: CHOOSE })
  post: string = '';

  /** Words to find a manager below by; the page comes back with those found. */
  @IsString({ message: TYPE })
  @MaxLength(100, { message: TYPE })
  findPost: string = '';

  /** The personnel reference of who covers. */
  @IsString({ message: msg('Choose who covers.') })
  @MaxLength(40, { message: msg('Choose who covers.') })
  deputy: string = '';

  /** Words to find a colleague by. */
  @IsString({ message: TYPE })
  @MaxLength(100, { message: TYPE })
  find: string = '';

  @IsString({ message: DAY })
  @MaxLength(10, { message: DAY })
  startsOn: string = '';

  @IsIn(['day', 'open'], { message: LAST })
  lasts: string = 'day';

  @IsString({ message: LAST })
  @MaxLength(10, { message: LAST })
  lastOn: string = '';
}

/** What the preview commits. The token makes a double click one cover. */
export class CoverForm extends CoverWanted {
  @IsUUID('all', { message: msg('This page had been open too long. Look at the preview again, then confirm.') })
  formToken: string = '';
}

export class ChangeForm {
  @IsString({ message: LAST })
  @MaxLength(10, { message: LAST })
  lastOn: string = '';
}
