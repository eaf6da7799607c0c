import { IsIn } from 'class-validator';
import { msg } from '../../../platform/language/t.js';
import { PART_WAY, type PartWay } from '../../part-way.js';
import { EditForm } from '../edit.forms.js';

export class PublishForm extends EditForm {
  @IsIn(PART_WAY, { message: msg('Choose what the new version means for people who are part-way.') })
  partWay: PartWay = 'finish';
}
