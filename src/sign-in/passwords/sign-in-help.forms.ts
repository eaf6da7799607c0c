import { IsString, MaxLength, MinLength } from 'class-validator';
import { msg } from '../../platform/language/t.js';

const WHO = msg('Enter your personnel reference or e-mail.');

export class HelpForm {
  @IsString({ message: WHO })
  @MinLength(1, { message: WHO })
  @MaxLength(254, { message: WHO })
  login!: string;
}
