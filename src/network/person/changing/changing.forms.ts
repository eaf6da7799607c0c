import {
  IsEmail,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { Transform } from 'class-transformer';
import { type Role, ROLES } from '../../../platform/actor.js';
import { msg } from '../../../platform/language/t.js';

const OPEN_TOO_LONG = msg('This page had been open too long. Look at it again, then press the button.');
const FROM = msg('Give the first day.');
const CODE = msg('Give the code of a unit, an area or a region.');
const NAME = msg('Give the name in up to 200 characters.');
const PERCENT = msg('Give the extra time as a whole number of per cent from 0 to 300.');

class WithToken {
  @IsUUID('all', { message: OPEN_TOO_LONG })
  formToken: string = '';
}

/** What is asked of a new post; the preview reads the same from its address. */
export class PostForm extends WithToken {
  @IsIn(ROLES, { message: msg('Choose what they do there.') })
  role: Role | '' = '';

  @IsString({ message: CODE })
  @Length(1, 40, { message: CODE })
  code: string = '';

  @IsString({ message: FROM })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: FROM })
  from: string = '';

  @IsString({ message: msg('Give the last day, or leave it empty.') })
  to: string = '';

  @IsIn(['instead', 'beside'], { message: msg('Choose whether it replaces what they do now.') })
  how: 'instead' | 'beside' = 'instead';
}

export class EndForm extends WithToken {
  @IsString({ message: msg('Give the last day.') })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: msg('Give the last day.') })
  lastDay: string = '';
}

export class LeaveForm extends WithToken {
  @IsString({ message: FROM })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: FROM })
  from: string = '';

  @IsString({ message: msg('Give the last day, or leave it empty.') })
  to: string = '';
}

/** The last day of a leave that is there; empty for one whose end is not known. */
export class LeaveEndForm extends WithToken {
  @IsString({ message: msg('Give the last day, or leave it empty.') })
  to: string = '';

  @IsIn(['', 'never'], { message: msg('Give the last day, or leave it empty.') })
  off: string = '';
}

export class ExtraTimeForm extends WithToken {
  @Transform(({ value }) => (typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : Number.NaN))
  @IsInt({ message: PERCENT })
  @Min(0, { message: PERCENT })
  @Max(300, { message: PERCENT })
  percent: number = 0;
}

export class DetailsForm extends WithToken {
  @IsString({ message: NAME })
  @Length(1, 200, { message: NAME })
  @Matches(/^[^\p{Cc}]*$/u, { message: NAME })
  name: string = '';

  @ValidateIf(({ email }: DetailsForm) => email !== '')
  @IsEmail({}, { message: msg('Give an e-mail address such as name@example.org, or leave it empty.') })
  @MaxLength(254, { message: msg('Give an e-mail address such as name@example.org, or leave it empty.') })
  email: string = '';
}
