import { IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { msg } from '../../platform/language/t.js';

const NAME = msg('Give the device a name, such as “Counter 2”.');
const SHORTER = msg('Choose a name of up to 40 characters.');

export class DeviceNameForm {
  @IsString({ message: NAME })
  @MinLength(1, { message: NAME })
  @MaxLength(40, { message: SHORTER })
  name = '';
}

export class EnrolForm extends DeviceNameForm {
  @IsUUID('4', { message: msg('Reload the page and try again.') })
  formToken = '';
}
