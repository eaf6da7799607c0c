/** The card about training that was assigned and is not finished. */
import { t } from '../../platform/language/t.js';
import { sayPercent } from '../../platform/say.js';
import { sayAreBehind } from '../area/say-behind.js';
import { isBehind, shareFinished } from '../assigned-completion.js';
import type { RowsAre } from '../level.js';
import { addressOf } from '../table/address.js';
import { readFilters } from '../table/filters.js';
import type { Branch } from '../table/rows.js';
import { type Card, TRAINING_KEY } from './card.js';
import type { CardContext, CardFacts } from './card-context.js';

/** Null when nobody is behind. */
export function behindCard({ rows, choice }: CardFacts, { are, path }: CardContext): Card | null {
  const behind = rows.filter(({ assigned }) => isBehind(assigned));
  const [worst] = [...behind].sort((a, b) => (shareFinished(a.assigned) ?? 1) - (shareFinished(b.assigned) ?? 1));
  if (!worst) return null;
  const filters = { ...readFilters({ show: 'behind' }), only: 'behind' as const };
  return {
    id: 'do-training',
    key: TRAINING_KEY,
    title: are === 'units' ? sayAreBehind(behind as Branch[], 'assigned') : sayPlacesBehind(are, behind.length),
    text: t('They’ve finished fewer than 6 in 10 of what is due. {place} has finished {share}.', {
      place: worst.place.name,
      share: sayPercent(shareFinished(worst.assigned) ?? 0),
    }),
    quote: null,
    action: { text: t('Show them first'), path: `${addressOf(path, { filters, period: choice })}#places` },
    also: [],
    why: null,
    decide: null,
    driver: null,
    icon: 'clock',
  };
}

function sayPlacesBehind(are: Exclude<RowsAre, 'units'>, n: number): string {
  return are === 'areas'
    ? t('{n, plural, one {# area is behind on assigned training} other {# areas are behind on assigned training}}', {
        n,
      })
    : t(
        '{n, plural, one {# region is behind on assigned training} other {# regions are behind on assigned training}}',
        {
          n,
        },
      );
}
