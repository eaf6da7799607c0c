import { IsIn, IsOptional } from 'class-validator';
import { msg } from '../../platform/language/t.js';

/** Yes to taking an import back. */
export class UndoForm {
  /** What has been used since may stay, without posts and without a place. */
  @IsOptional()
  @IsIn(['yes'], { message: msg('Tick the box, or leave it.') })
  leave?: 'yes';
}
