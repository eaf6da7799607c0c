import { Length } from 'class-validator';

export class PledgeForm {
  @Length(1, 200, { message: 'Write your pledge in up to 200 characters.' })
  words = '';
}
