import { IsIn } from 'class-validator';
import { msg } from '../../platform/language/t.js';

export class MailChoiceForm {
  @IsIn(['on', 'off'], { message: msg('Choose whether you want e-mails.') })
  digest!: 'on' | 'off';
}
