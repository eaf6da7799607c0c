import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { Type } from 'class-transformer';
import { msg } from '../../platform/language/t.js';
import { KINDS, type Kind } from './kinds.js';

const KIND = { message: msg('Choose whether the file holds units or people.') };

/** A file of units or people, sent to be looked at. */
export class UploadForm {
  @IsIn(KINDS, KIND)
  kind!: Kind;

  @IsOptional()
  @IsIn(['yes'], { message: msg('Tick the box, or leave it.') })
  snapshot?: 'yes';

  @IsUUID('4', { message: msg('Reload the page and choose the file again.') })
  formToken!: string;
}

/** Yes to what was looked at. */
export class TakeOverForm {
  /** How many endings of a full snapshot were on the page that was agreed to. */
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: msg('Tick the box if the file is whole.') })
  @Min(0, { message: msg('Tick the box if the file is whole.') })
  @Max(100_000_000, { message: msg('Tick the box if the file is whole.') })
  agreed?: number;
}
