/** What is worth doing among the areas of a region or the regions of the network. */
import type { CourseCard } from '../../courses/course-version.js';
import { attentionCard } from '../cards/attention-card.js';
import { behindCard } from '../cards/behind-card.js';
import { type Card, TRAINING_KEY } from '../cards/card.js';
import type { CardContext } from '../cards/card-context.js';
import { praiseCard } from '../cards/praise-card.js';
import type { RowsAre } from '../level.js';
import type { PlacesFacts } from './places-facts.service.js';

export interface PlaceLinks {
  are: Exclude<RowsAre, 'units'>;
  /** The page itself. */
  path: string;
  pathOf(code: string): string;
  /** Those that the reader may assign there. */
  courses: readonly CourseCard[];
  /** Whether the reader may write to the managers of these places. */
  tell: boolean;
}

/** Three at most. None when nothing is clear: a quiet network is not made to look busy. */
export function placeCards(facts: PlacesFacts, links: PlaceLinks): Card[] {
  const context: CardContext = links;
  const training = facts.aside.has(TRAINING_KEY) ? null : behindCard(facts, context);
  return [attentionCard(facts, context), training, praiseCard(facts, context)].filter((card) => card !== null);
}
