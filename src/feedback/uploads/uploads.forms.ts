import { IsOptional, IsUUID, Matches } from 'class-validator';
import { msg } from '../../platform/language/t.js';

const RELOAD = { message: msg('Reload the page and choose the file again.') };

/** A file of answers for a source that is known. */
export class AnswersForm {
  @Matches(/^\d{1,9}$/, { message: msg('Choose a source.') })
  source!: string;

  /** `map` to look at the mapping before the file. */
  @IsOptional()
  @Matches(/^(look|map)$/, RELOAD)
  then?: 'look' | 'map';

  @IsUUID('4', RELOAD)
  formToken!: string;
}
