import { Transform } from 'class-transformer';
import { IsIn, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { msg } from '../../platform/language/t.js';

const OPEN_TOO_LONG = msg('This page had been open too long. Look at it again, then press the button.');
const NO_SUCH_PERSON = msg('Check the people: one of them is not a personnel reference.');
const SAY_WHY = msg('Say why in a sentence of up to 300 characters.');

class WithToken {
  @IsUUID('all', { message: OPEN_TOO_LONG })
  formToken: string = '';
}

/** For some people, by their references, or for everybody that the manager leads. */
class ForPeople extends WithToken {
  @Transform(({ value }) => [value ?? []].flat().map(String))
  @Matches(/^[^\p{Cc}]{1,40}$/u, { each: true, message: NO_SUCH_PERSON })
  person: string[] = [];

  @IsIn(['', 'yes'], { message: NO_SUCH_PERSON })
  everybody: string = '';
}

export class ExtensionForm extends ForPeople {
  @IsString({ message: msg('Choose the new day.') })
  dueOn: string = '';
}

export class NudgeForm extends ForPeople {}

export class WithdrawalForm {
  @IsString({ message: SAY_WHY })
  @Length(1, 300, { message: SAY_WHY })
  reason: string = '';
}

export class DecisionForm extends WithToken {
  @IsIn(['waived', 'markedComplete'], { message: msg('Choose one of the two.') })
  kind: 'waived' | 'markedComplete' | '' = '';

  @IsString({ message: SAY_WHY })
  @Length(1, 300, { message: SAY_WHY })
  reason: string = '';
}

export class MoreTimeForm extends WithToken {
  @IsString({ message: msg('Choose the day you can manage.') })
  dueOn: string = '';

  @IsString({ message: msg('Write a sentence of up to 300 characters, or leave it empty.') })
  @MaxLength(300, { message: msg('Write a sentence of up to 300 characters, or leave it empty.') })
  words: string = '';
}
