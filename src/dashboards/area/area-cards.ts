/** The three things worth doing in an area: each a cause and a button. */
import { campaignPath } from '../../campaigns/paths.js';
import { areaPath, unitPath } from '../../network/paths.js';
import { daysBetween } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { BEHIND } from '../assigned-completion.js';
import { attentionCard } from '../cards/attention-card.js';
import { behindCard } from '../cards/behind-card.js';
import { type Card, TRAINING_KEY } from '../cards/card.js';
import type { CardContext } from '../cards/card-context.js';
import { praiseCard } from '../cards/praise-card.js';
import type { AreaFacts } from './area-facts.js';
import { sayAreBehind } from './say-behind.js';

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
  const training = facts.aside.has(TRAINING_KEY) ? null : (weekBehind(facts) ?? behindCard(facts, context));
  return [attentionCard(facts, context), training, praiseCard(facts, context)].filter((card) => card !== null);
}

/** Lessons of the week's earlier days; today's has only just opened. */
function weekBehind({ campaign, today, rows }: AreaFacts): Card | null {
  if (!campaign) return null;
  const held = campaign.days.filter((day) => day.heldOn < today).length;
  const slow = campaign.taking.filter(({ people, lessons }) => people > 0 && lessons < BEHIND * people * held);
  if (slow.length === 0) return null;
  const codes = new Set(slow.map(({ code }) => code));
  const behind = rows.filter(({ place }) => codes.has(place.code));
  const left = daysBetween(today, campaign.campaign.endsOn);
  return {
    id: 'do-training',
    key: TRAINING_KEY,
    title: sayAreBehind(behind, 'week'),
    text: sayWeekLeft(campaign.campaign.title, left),
    quote: null,
    action: { text: t('See who has joined'), path: campaignPath(campaign.campaign.slug) },
    also: [],
    why: null,
    decide: null,
    driver: null,
    icon: 'calendar',
  };
}

function sayWeekLeft(week: string, left: number): string {
  return left > 0
    ? t(
        'They’ve finished fewer than 6 in 10 of the lessons of {week} so far. {left, plural, one {# day} other {# days}} left.',
        { week, left },
      )
    : t('They’ve finished fewer than 6 in 10 of the lessons of {week} so far. It ends today.', { week });
}
