import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { msg } from '../../platform/language/t.js';

const RELOAD = { message: msg('Reload the page and try again.') };

/** Yes to taking an import of answers back. */
export class UndoAnswersForm {
  @IsUUID('4', RELOAD)
  formToken!: string;

  /** All batches of that day as well, of what a program sent. */
  @IsOptional()
  @IsIn(['day'], RELOAD)
  also?: 'day';
}
