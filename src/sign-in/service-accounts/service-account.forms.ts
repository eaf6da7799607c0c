import { Transform } from 'class-transformer';
import { ArrayNotEmpty, IsIn, IsString, IsUUID, Length, Matches, MaxLength, ValidateIf } from 'class-validator';
import { SCOPES } from '../../platform/api/service-account.js';
import { msg } from '../../platform/language/t.js';

const RELOAD = msg('This page had been open too long. Reload it and try again.');
const WHERE = msg('Choose where it may act.');
const FEWER = msg('Write fewer codes. An area stands for all of its units.');

/** What an account may do, and where. */
export const WHERES = ['network', 'places'] as const;

export class ServiceAccountForm {
  @IsUUID('all', { message: RELOAD })
  formToken: string = '';

  @Length(3, 60, { message: msg('Name the software in 3 to 60 characters.') })
  name: string = '';

  @Transform(({ value }) => [value ?? []].flat())
  @IsIn(SCOPES, { each: true, message: msg('Choose what it may do from the list.') })
  @ArrayNotEmpty({ message: msg('Choose what it may do.') })
  scopes: string[] = [];

  @IsIn(WHERES, { message: WHERE })
  where: string = '';

  @IsString({ message: WHERE })
  @MaxLength(4000, { message: FEWER })
  places: string = '';

  @ValidateIf((form: ServiceAccountForm) => form.endsOn !== '')
  @Matches(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { message: msg('Choose a day, or leave the end empty.') })
  endsOn: string = '';
}

export class NewTokenForm {
  @IsUUID('all', { message: RELOAD })
  formToken: string = '';

  /** 'yes' from the box that was ticked. */
  @IsString()
  lost: string = '';
}
