import { msg } from '../../platform/language/t.js';
import { Transform } from 'class-transformer';
import { Allow, IsInt, Matches, Max, Min } from 'class-validator';

const RELOAD = msg('This page is out of date. Reload it and try again.');
const asNumber = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? Number(value) : value));

/** Every form of the player carries the version that its page showed. */
export class PlayerForm {
  @asNumber
  @IsInt({ message: RELOAD })
  @Min(1, { message: RELOAD })
  version!: number;
}

export class TurnForm extends PlayerForm {
  /** How many turns the page had shown. */
  @asNumber
  @IsInt({ message: RELOAD })
  @Min(0, { message: RELOAD })
  @Max(1000, { message: RELOAD })
  shown!: number;

  @Matches(/^[a-z0-9-]{1,80}$/, { message: RELOAD })
  node!: string;

  @Matches(/^[a-z0-9-]{1,80}$/, { message: msg('Choose what you would say.') })
  choice!: string;
}

export class AnswerForm extends PlayerForm {
  /** Places of the options on the page; the question's kind says what is allowed. */
  @Allow()
  answer: unknown;
}
