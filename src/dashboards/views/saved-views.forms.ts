import { IsString, Length, Matches } from 'class-validator';
import { msg } from '../../platform/language/t.js';

const NAME = msg('Give the view a name of up to 60 characters.');

export class SaveViewForm {
  @IsString()
  @Matches(/^[0-9a-f-]{36}$/, { message: msg('Load the page again and save the view once more.') })
  token = '';

  @IsString()
  @Length(1, 800)
  address = '';

  @IsString({ message: NAME })
  @Length(1, 60, { message: NAME })
  name = '';
}

export class RenameViewForm {
  @IsString({ message: NAME })
  @Length(1, 60, { message: NAME })
  name = '';
}
