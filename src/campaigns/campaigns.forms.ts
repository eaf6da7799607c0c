import { Length } from 'class-validator';
import { msg } from '../platform/language/t.js';

export class PledgeForm {
  @Length(1, 200, { message: msg('Write your pledge in up to 200 characters.') })
  words = '';
}
