/** The three things worth doing in an area: each a cause and a button. */
import { areaPath, unitPath } from '../../network/paths.js';
import { attentionCard } from '../cards/attention-card.js';
import { behindCard } from '../cards/behind-card.js';
import { type Card, TRAINING_KEY } from '../cards/card.js';
import type { CardContext } from '../cards/card-context.js';
import { praiseCard } from '../cards/praise-card.js';
import type { AreaFacts } from './area-facts.js';
import { weekCard } from './week-behind.js';

/** What the reader may do there. */
export interface CardAbilities {
  assign: boolean;
  tell: boolean;
}

/** None is about what the reader put aside. */
export function cardsOf(facts: AreaFacts, { assign, tell }: CardAbilities): Card[] {
  const context: CardContext = {
    are: 'units',
    path: areaPath(facts.area.code),
    pathOf: unitPath,
    courses: assign ? facts.courses : [],
    tell,
  };
  const training = facts.aside.has(TRAINING_KEY) ? null : (weekCard(facts) ?? behindCard(facts, context));
  return [attentionCard(facts, context), training, praiseCard(facts, context)].filter((card) => card !== null);
}
