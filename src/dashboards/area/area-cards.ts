/** The three things worth doing in an area: each a cause and one button. */
import { newAssignmentPath } from '../../assignments/paths.js';
import { campaignPath } from '../../campaigns/paths.js';
import { quote } from '../../feedback/comments/quote.js';
import type { Comment } from '../../feedback/comments/comments.queries.js';
import { areaPath, unitPath } from '../../network/paths.js';
import { daysBetween, lastClosedWeek } from '../../platform/dates.js';
import { DRIVER_NAMES, type Driver } from '../../platform/drivers.js';
import { t } from '../../platform/language/t.js';
import { sayPercent, sayScore } from '../../platform/say.js';
import { BEHIND, isBehind, shareFinished } from '../assigned-completion.js';
import { driverToWorkOn, isSlipping } from '../../feedback/metrics/standing.js';
import { inTheirWords } from '../in-their-words.js';
import { type PeriodChoice, USUAL } from '../period/choice.js';
import { courseFor } from '../recommended-course.js';
import { addressOf } from '../table/address.js';
import { readFilters } from '../table/filters.js';
import type { Branch } from '../table/rows.js';
import type { AreaFacts } from './area-facts.js';
import { sayAreBehind } from './say-behind.js';

export interface Card {
  id: string;
  title: string;
  text: string;
  action: { text: string; path: string };
  driver: Driver | null;
  icon: string;
}

export function cardsOf(facts: AreaFacts): Card[] {
  return [attention(facts), trainingBehind(facts), praise(facts)].filter((card) => card !== null);
}

function attention(facts: AreaFacts): Card | null {
  const { troubled, courses, choice } = facts;
  if (!troubled) return null;
  const { place, standing } = troubled;
  const driver = driverToWorkOn(standing);
  const course = courseFor(driver, courses);
  return {
    id: 'do-attention',
    title: headline(troubled, driver),
    text: [cause(troubled, choice), inCustomersWords(facts, troubled)].filter(Boolean).join(' '),
    action: course
      ? {
          text: t('Assign ‘{course}’', { course: course.title }),
          path: newAssignmentPath({ units: [place.code], course: course.slug }),
        }
      : { text: t('Open {place}', { place: place.name }), path: unitPath(place.code) },
    driver,
    icon: 'warn',
  };
}

function headline({ place, standing }: Branch, driver: Driver | null): string {
  const values = { driver: driver ? t(DRIVER_NAMES[driver]) : t('Ease'), place: place.name };
  return isSlipping(standing)
    ? t('{driver} is slipping at {place}', values)
    : t('{driver} is the weak spot at {place}', values);
}

function cause({ standing }: Branch, { span }: PeriodChoice): string | null {
  const { change, ease, period } = standing;
  const score = ease && sayScore(ease.value);
  if (!change || !isSlipping(standing))
    return score && t('Ease is {score} over the last {n, plural, one {week} other {# weeks}}.', { score, n: period });
  const points = sayScore(-change.value);
  if (span !== USUAL.span && score) return t('Ease fell {points} points to {score}.', { points, score });
  return score
    ? t('Ease fell {points} points to {score} over four weeks.', { points, score })
    : t('Ease fell {points} points over four weeks.', { points });
}

/** Only for weeks that end with the last closed one: comments are read from the newest on. */
function inCustomersWords(facts: AreaFacts, branch: Branch): string | null {
  const { now } = facts.stretches;
  return now.to === lastClosedWeek(facts.today) ? inTheirWords(commentsOf(facts, branch), now.from) : null;
}

function trainingBehind(facts: AreaFacts): Card | null {
  return weekBehind(facts) ?? assignedBehind(facts);
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
  const week = campaign.campaign.title;
  return {
    id: 'do-training',
    title: sayAreBehind(behind, 'week'),
    text:
      left > 0
        ? t(
            'They’ve finished fewer than 6 in 10 of the lessons of {week} so far. {left, plural, one {# day} other {# days}} left.',
            { week, left },
          )
        : t('They’ve finished fewer than 6 in 10 of the lessons of {week} so far. It ends today.', { week }),
    action: { text: t('See who has joined'), path: campaignPath(campaign.campaign.slug) },
    driver: null,
    icon: 'calendar',
  };
}

function assignedBehind({ rows, area, choice }: AreaFacts): Card | null {
  const behind = rows.filter(({ assigned }) => isBehind(assigned));
  const [worst] = [...behind].sort((a, b) => (shareFinished(a.assigned) ?? 1) - (shareFinished(b.assigned) ?? 1));
  if (!worst) return null;
  const share = sayPercent(shareFinished(worst.assigned) ?? 0);
  return {
    id: 'do-training',
    title: sayAreBehind(behind, 'assigned'),
    text: t('They’ve finished fewer than 6 in 10 of what is due. {place} has finished {share}.', {
      place: worst.place.name,
      share,
    }),
    action: {
      text: t('Show them first'),
      path: addressOf(areaPath(area.code), { filters: readFilters({ show: 'behind' }), period: choice }),
    },
    driver: null,
    icon: 'clock',
  };
}

function praise(facts: AreaFacts): Card | null {
  const { praised } = facts;
  if (!praised) return null;
  const { place, standing } = praised;
  const happy = commentsOf(facts, praised).find(({ emotion, ease }) => emotion === 2 && (ease ?? 5) === 5);
  const rose =
    standing.change?.mark === 'up'
      ? t('Ease rose {points} points.', { points: sayScore(standing.change.value) })
      : null;
  const said = happy
    ? t('A customer said: “{comment}”', { comment: quote(happy.comment) })
    : t('Ease is {score} on {n, plural, one {# answer} other {# answers}}.', {
        score: sayScore(standing.ease?.value ?? 0),
        n: standing.counts.ease.n,
      });
  return {
    id: 'do-praise',
    title: t('{place} deserves a thank-you', { place: place.name }),
    text: [rose, said].filter(Boolean).join(' '),
    action: { text: t('Open {place}', { place: place.name }), path: unitPath(place.code) },
    driver: null,
    icon: 'chat',
  };
}

function commentsOf(facts: AreaFacts, { place }: Branch): Comment[] {
  return facts.comments.filter(({ unitId }) => unitId === place.id);
}
