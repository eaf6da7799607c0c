import { IsIn } from 'class-validator';
import { msg } from '../../../platform/language/t.js';
import { LessonActForm } from '../edit.forms.js';
import { BLOCK_KIND_NAMES, type BlockKindName } from './new-block.js';

export class AddBlockForm extends LessonActForm {
  @IsIn(BLOCK_KIND_NAMES, { message: msg('Choose one of the five kinds of block.') })
  kind!: BlockKindName;
}
