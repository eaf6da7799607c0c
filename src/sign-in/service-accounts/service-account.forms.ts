import { Transform } from 'class-transformer';
import { ArrayNotEmpty, IsIn, IsUUID, Length, Matches, ValidateIf } from 'class-validator';
import { SCOPES } from '../../platform/api/service-account.js';
import { msg } from '../../platform/language/t.js';

export class ServiceAccountForm {
  @IsUUID('all', { message: msg('This page had been open too long. Reload it and try again.') })
  formToken: string = '';

  @Length(3, 60, { message: msg('Name the software in 3 to 60 characters.') })
  name: string = '';

  @Transform(({ value }) => [value ?? []].flat())
  @IsIn(SCOPES, { each: true, message: msg('Choose what it may do from the list.') })
  @ArrayNotEmpty({ message: msg('Choose what it may do.') })
  scopes: string[] = [];

  @ValidateIf((form: ServiceAccountForm) => form.endsOn !== '')
  @Matches(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { message: msg('Choose a day, or leave the end empty.') })
  endsOn: string = '';
}
