import { msg } from '../../platform/language/t.js';
import { Allow, IsIn, IsOptional } from 'class-validator';

/** Both fields are read by rules of their own: the answer by its question's kind, the token by `readToken`. */
export class AnswerForm {
  @Allow()
  answer?: unknown;

  @Allow()
  token?: unknown;
}

export class SubmissionForm {
  @IsOptional()
  @IsIn(['yes'], { message: msg('Press “Hand in anyway” to leave questions out.') })
  anyway?: string;
}
