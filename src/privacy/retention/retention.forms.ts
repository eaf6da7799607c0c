import { Transform } from 'class-transformer';
import { IsInt, IsString } from 'class-validator';
import { msg } from '../../platform/language/t.js';

export class PeriodForm {
  @IsString()
  kind: string = '';

  @Transform(({ value }) => (typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : null))
  @IsInt({ message: msg('Type a whole number.') })
  length: number = 0;
}
