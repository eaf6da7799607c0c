import { IsUUID, Length } from 'class-validator';
import { msg } from '../../platform/language/t.js';

const TOO_LONG_OPEN = { message: msg('This page had been open too long. Reload it and try again.') };

export class OwnCopyForm {
  @IsUUID('all', TOO_LONG_OPEN)
  formToken: string = '';
}

/** Somebody asked on paper; a leaver, perhaps. */
export class CopyForm {
  @IsUUID('all', TOO_LONG_OPEN)
  formToken: string = '';

  @Length(1, 40, { message: msg('Type the personnel reference.') })
  reference: string = '';

  @Length(3, 300, { message: msg('Say in 3 to 300 characters who asked and how.') })
  reason: string = '';
}

export class HoldForm {
  @IsUUID('all', TOO_LONG_OPEN)
  formToken: string = '';

  @Length(1, 40, { message: msg('Type the personnel reference.') })
  reference: string = '';

  @Length(3, 300, { message: msg('Say in 3 to 300 characters why it must be kept.') })
  reason: string = '';
}
