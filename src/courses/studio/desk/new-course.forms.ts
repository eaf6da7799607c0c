import { IsIn, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { LANGUAGES } from '../../../platform/language/language.js';
import { msg } from '../../../platform/language/t.js';

const START = msg('Choose what to start from.');

/** A new course. `start` is `nothing`, `themeDay` or `copy`, and then `copyOf` the course it is a copy of. */
export class NewCourseForm {
  @IsString({ message: msg('Write a title.') })
  @Length(1, 100, { message: msg('Write a title of up to 100 characters.') })
  title: string = '';

  /** Made from the title when empty. */
  @IsOptional()
  @Matches(/^([a-z0-9]+(-[a-z0-9]+)*)?$/, {
    message: msg('Write the address in small letters, figures and single hyphens, such as put-it-right.'),
  })
  @MaxLength(80, { message: msg('Shorten the address to 80 characters or fewer.') })
  slug: string = '';

  @IsIn(LANGUAGES, { message: msg('Choose a language.') })
  language: 'en' | 'cy' = 'en';

  @IsIn(['nothing', 'themeDay', 'copy'], { message: START })
  start: 'nothing' | 'themeDay' | 'copy' = 'nothing';

  @IsOptional()
  @Matches(/^([a-z0-9]+(-[a-z0-9]+)*)?$/, { message: START })
  @MaxLength(200, { message: START })
  copyOf: string = '';

  @IsUUID('all', { message: msg('This page had been open too long. Open it again and start from there.') })
  formToken: string = '';
}
