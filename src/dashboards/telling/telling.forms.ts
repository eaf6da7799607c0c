import { IsString, Length, Matches } from 'class-validator';
import { msg } from '../../platform/language/t.js';
import { MOST_CHARACTERS } from './paths.js';

/** A message to whoever leads a place. */
export class TellForm {
  @IsString()
  @Matches(/^[0-9a-f-]{36}$/, { message: msg('Load the page again and send your message once more.') })
  token = '';

  @IsString({ message: msg('Write what you want to say.') })
  @Length(1, MOST_CHARACTERS, { message: msg('Write what you want to say, in up to 600 characters.') })
  words = '';
}
