import { IsIn, IsString, Length, Matches } from 'class-validator';
import { msg } from '../../../platform/language/t.js';
import { CARD_KEY } from '../card.js';
import type { DecisionKind } from './decided.js';

const AGAIN = msg('Load the dashboard again and choose once more.');

/** What somebody does with a card. */
export class CardDecisionForm {
  @IsString({ message: AGAIN })
  @Matches(/^[0-9a-f-]{36}$/, { message: AGAIN })
  token = '';

  @IsString({ message: AGAIN })
  @Matches(/^\/(dashboard|(regions|areas|units)\/[^/?#\s]{1,60})$/, { message: AGAIN })
  page = '';

  @IsString({ message: AGAIN })
  @Matches(CARD_KEY, { message: AGAIN })
  card = '';

  @IsString({ message: AGAIN })
  @Length(1, 200, { message: AGAIN })
  title = '';

  @IsIn(['aside', 'done', 'back'], { message: msg('Choose “Not now” or “Done”.') })
  decision: DecisionKind = 'aside';

  @IsString({ message: msg('Say in a few words what you did.') })
  @Length(0, 300, { message: msg('Say in up to 300 characters what you did.') })
  note = '';
}
