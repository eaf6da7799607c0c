import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Min } from 'class-validator';
import { msg } from '../../../platform/language/t.js';
import { EditForm } from '../edit.forms.js';
import { numberOrNull } from '../lessons/lessons.forms.js';

const RELOAD = msg('This page is out of date. Open it again and go on from there.');

export class UndoForm extends EditForm {
  /** The lesson from which Undo was pressed, by key; '' for the draft's own page. */
  @IsString({ message: RELOAD })
  lesson: string = '';

  /** Take back everything from this revision on; the last step when absent. */
  @Transform(({ value }: { value: unknown }) => numberOrNull(value))
  @IsOptional()
  @IsInt({ message: RELOAD })
  @Min(1, { message: RELOAD })
  from: number | null = null;
}
