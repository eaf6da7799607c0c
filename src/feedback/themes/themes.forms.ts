import { IsIn, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { DRIVERS } from '../../platform/drivers.js';
import { msg } from '../../platform/language/t.js';

const TOO_LONG = { message: msg('Shorten this.') };
const LONGEST_RULES = 12_000;
const LONG_TEXT = { message: msg('Keep this to 12,000 characters.') };

/** A theme as it is written: rules and sentences one a line. */
export class ThemeForm {
  @Length(1, 60, { message: msg('Name the theme in English, in up to 60 characters.') }) nameEn = '';
  @Length(1, 60, { message: msg('Name the theme in Welsh, in up to 60 characters.') }) nameCy = '';
  @IsIn(['', ...DRIVERS], { message: msg('Choose a driver, or none.') }) driver = '';
  @IsString() @MaxLength(LONGEST_RULES, LONG_TEXT) en = '';
  @IsString() @MaxLength(LONGEST_RULES, LONG_TEXT) cy = '';
  /** Not called `matches`, as the column is: a field of that name hides the method that scripts ask of the form. */
  @IsString() @MaxLength(LONGEST_RULES, LONG_TEXT) mustFind = '';
  @IsString() @MaxLength(LONGEST_RULES, LONG_TEXT) mustLeave = '';
  @IsIn(['', 'yes']) retired = '';
  /** Which of its changes was read; '0' for a new theme. */
  @IsString() @MaxLength(9, TOO_LONG) version = '0';
  @IsIn(['save', 'draft', 'try'], { message: msg('Choose one of the buttons.') }) act: 'save' | 'draft' | 'try' =
    'save';
}

export class PublishForm {
  @IsUUID('4', { message: msg('Reload the page and publish again.') })
  formToken!: string;
}
