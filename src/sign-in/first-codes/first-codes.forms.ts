import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsString, IsUUID, Length } from 'class-validator';
import { msg } from '../../platform/language/t.js';

const MOST_ON_A_SHEET = 60;

export class CodeSheetForm {
  @IsUUID('all', { message: msg('This page had been open too long. Reload it and try again.') })
  formToken: string = '';

  /** References. */
  @Transform(({ value }) => [value ?? []].flat())
  @IsString({ each: true, message: msg('Choose people from the list.') })
  @ArrayMaxSize(MOST_ON_A_SHEET, { message: msg('Choose up to 60 people for one sheet.') })
  person: string[] = [];
}

export class UnitForm {
  @IsString({ message: msg('Enter the code of a unit.') })
  @Length(1, 50, { message: msg('Enter the code of a unit.') })
  unit: string = '';
}
