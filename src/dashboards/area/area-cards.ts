/** The three things worth doing in an area: each a cause and one button. */
import { newAssignmentPath } from '../../assignments/paths.js';
import { campaignPath } from '../../campaigns/paths.js';
import { quote } from '../../feedback/comments/quote.js';
import type { Comment } from '../../feedback/comments/comments.queries.js';
import { areaPath, unitPath } from '../../network/paths.js';
import { daysBetween } from '../../platform/dates.js';
import { DRIVER_NAMES, type Driver } from '../../platform/drivers.js';
import { count, sayPercent, sayScore } from '../../platform/say.js';
import { BEHIND, isBehind, shareFinished } from '../assigned-completion.js';
import { driverToWorkOn, isSlipping } from '../branch-standing.js';
import { inTheirWords } from '../in-their-words.js';
import { courseFor } from '../recommended-course.js';
import { sayUnits } from '../say-units.js';
import type { AreaFacts } from './area-facts.js';
import type { Branch } from './branch-list.js';

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
  const { troubled, courses, lastWeek } = facts;
  if (!troubled) return null;
  const { unit, standing } = troubled;
  const driver = driverToWorkOn(standing);
  const course = courseFor(driver, courses);
  return {
    id: 'do-attention',
    title: headline(troubled, driver),
    text: [cause(troubled), inTheirWords(commentsOf(facts, troubled), lastWeek)].filter(Boolean).join(' '),
    action: course
      ? { text: `Assign ‘${course.title}’`, path: newAssignmentPath({ units: [unit.code], course: course.slug }) }
      : { text: `Open ${unit.name}`, path: unitPath(unit.code) },
    driver,
    icon: 'warn',
  };
}

function headline({ unit, standing }: Branch, driver: Driver | null): string {
  const what = driver ? DRIVER_NAMES[driver] : 'Ease';
  return isSlipping(standing) ? `${what} is slipping at ${unit.name}` : `${what} is the weak spot at ${unit.name}`;
}

function cause({ standing }: Branch): string {
  const { change, ease, period } = standing;
  if (change && isSlipping(standing))
    return `Ease fell ${sayScore(-change.value)} points${ease ? ` to ${sayScore(ease.value)}` : ''} over four weeks.`;
  return ease ? `Ease is ${sayScore(ease.value)} over the last ${period} weeks.` : '';
}

function trainingBehind(facts: AreaFacts): Card | null {
  return weekBehind(facts) ?? assignedBehind(facts);
}

/** Lessons of the week's earlier days; today's has only just opened. */
function weekBehind({ campaign, today, branches }: AreaFacts): Card | null {
  if (!campaign) return null;
  const held = campaign.days.filter((day) => day.heldOn < today).length;
  const slow = campaign.taking.filter(({ people, lessons }) => people > 0 && lessons < BEHIND * people * held);
  if (slow.length === 0) return null;
  const codes = new Set(slow.map(({ code }) => code));
  const left = daysBetween(today, campaign.campaign.endsOn);
  return {
    id: 'do-training',
    title: `${sayAreBehind(branches.filter(({ unit }) => codes.has(unit.code)))} this week`,
    text:
      `They’ve finished fewer than 6 in 10 of the lessons of ${campaign.campaign.title} so far. ` +
      (left > 0 ? `${count(left, 'day', 'days')} left.` : 'It ends today.'),
    action: { text: 'See who has joined', path: campaignPath(campaign.campaign.slug) },
    driver: null,
    icon: 'calendar',
  };
}

function sayAreBehind(branches: readonly Branch[]): string {
  return `${sayUnits(branches.map(({ unit }) => unit))} ${branches.length === 1 ? 'is' : 'are'} behind`;
}

function assignedBehind({ branches, area }: AreaFacts): Card | null {
  const behind = branches.filter(({ assigned }) => isBehind(assigned));
  const [worst] = [...behind].sort((a, b) => (shareFinished(a.assigned) ?? 1) - (shareFinished(b.assigned) ?? 1));
  if (!worst) return null;
  return {
    id: 'do-training',
    title: `${sayAreBehind(behind)} on assigned training`,
    text: `They’ve finished fewer than 6 in 10 of what is due. ${worst.unit.name} has finished ${sayPercent(shareFinished(worst.assigned) ?? 0)}.`,
    action: { text: 'Show them first', path: `${areaPath(area.code)}?show=behind` },
    driver: null,
    icon: 'clock',
  };
}

function praise(facts: AreaFacts): Card | null {
  const { praised } = facts;
  if (!praised) return null;
  const { unit, standing } = praised;
  const happy = commentsOf(facts, praised).find(({ emotion, ease }) => emotion === 2 && (ease ?? 5) === 5);
  const rose = standing.change?.mark === 'up' ? `Ease rose ${sayScore(standing.change.value)} points. ` : '';
  return {
    id: 'do-praise',
    title: `${unit.name} deserves a thank-you`,
    text: happy
      ? `${rose}A customer said: “${quote(happy.comment)}”`
      : `${rose}Ease is ${sayScore(standing.ease?.value ?? 0)} on ${count(standing.counts.ease.n, 'answer', 'answers')}.`,
    action: { text: `Open ${unit.name}`, path: unitPath(unit.code) },
    driver: null,
    icon: 'chat',
  };
}

function commentsOf(facts: AreaFacts, { unit }: Branch): Comment[] {
  return facts.comments.filter(({ unitId }) => unitId === unit.id);
}
