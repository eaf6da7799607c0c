/** How the units of an area keep up with a themed week that runs, and the card about those that do not. */
import { daysBetween, type IsoDate } from '../../platform/dates.js';
import { areaPath } from '../../network/paths.js';
import { t } from '../../platform/language/t.js';
import { BEHIND } from '../assigned-completion.js';
import { type Card, TRAINING_KEY } from '../cards/card.js';
import { addressOf } from '../table/address.js';
import { readFilters } from '../table/filters.js';
import type { Branch, LessonsOfWeek, Row } from '../table/rows.js';
import type { AreaFacts } from './area-facts.js';
import { sayAreBehind } from './say-behind.js';

/** Rows with the lessons of the week's earlier days; today's has only just opened. */
export function withWeek<R extends Row>(rows: readonly R[], campaign: AreaFacts['campaign'], today: IsoDate): R[] {
  if (!campaign) return [...rows];
  const days = campaign.days.filter((day) => day.heldOn < today).length;
  const taking = new Map(campaign.taking.map((one) => [one.code, one]));
  return rows.map((row) => {
    const unit = taking.get(row.place.code);
    return unit ? { ...row, week: lessonsOf(unit.lessons, unit.people * days) } : row;
  });
}

function lessonsOf(finished: number, held: number): LessonsOfWeek {
  return { finished, held, behind: finished < BEHIND * held };
}

/** Null when no week runs, or everybody keeps up. */
export function weekCard({ area, campaign, today, rows, choice }: AreaFacts): Card | null {
  const behind = rows.filter(({ week }) => week?.behind);
  if (!campaign || behind.length === 0) return null;
  const filters = readFilters({ only: 'week' });
  return {
    id: 'do-training',
    key: TRAINING_KEY,
    title: sayAreBehind(behind as Branch[], 'week'),
    text: sayLeft(campaign.campaign.title, daysBetween(today, campaign.campaign.endsOn)),
    quote: null,
    action: {
      text: t('{n, plural, one {See which one} other {See which #}}', { n: behind.length }),
      path: `${addressOf(areaPath(area.code), { filters, period: choice })}#places`,
    },
    also: [],
    why: null,
    decide: null,
    driver: null,
    icon: 'calendar',
  };
}

function sayLeft(week: string, left: number): string {
  return left > 0
    ? t(
        'They’ve finished fewer than 6 in 10 of the lessons of {week} so far. {left, plural, one {# day} other {# days}} left.',
        { week, left },
      )
    : t('They’ve finished fewer than 6 in 10 of the lessons of {week} so far. It ends today.', { week });
}

/** '5 of 18 lessons of the week'. */
export function sayWeek({ week }: Row): string | null {
  return week
    ? t('{finished} of {held, plural, one {# lesson} other {# lessons}} of the week', {
        finished: week.finished,
        held: week.held,
      })
    : null;
}
