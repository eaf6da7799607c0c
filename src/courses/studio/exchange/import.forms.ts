import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { msg } from '../../../platform/language/t.js';

export const LONGEST_TEXT = 200_000;

export class ImportForm {
  @Matches(/^[0-9a-f-]{36}$/, { message: msg('This page is out of date. Reload it and try again.') })
  formToken!: string;

  /** Pasted instead of a file. */
  @IsOptional()
  @IsString({ message: msg('Paste the course as text.') })
  @MaxLength(LONGEST_TEXT, { message: msg('That is more than a course can hold. Send it as a file, or shorten it.') })
  text: string = '';

  @IsIn(['goOn', 'copy'], { message: msg('Choose what to do if there is such a course already.') })
  exists: 'goOn' | 'copy' = 'goOn';
}
