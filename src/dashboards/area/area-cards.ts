/** The three things worth doing in an area: each a cause and one button. */
import { newAssignmentPath } from '../../assignments/paths.js';
import { campaignPath } from '../../campaigns/paths.js';
import { commonPhrase } from '../../feedback/comments/common-phrase.js';
import type { Comment } from '../../feedback/comments/comments.queries.js';
import { areaPath, unitPath } from '../../network/paths.js';
import { addDays, daysBetween, startOfLondonDay } from '../../platform/dates.js';
import { DRIVER_NAMES, type Driver } from '../../platform/drivers.js';
import { count, sayPercent, sayScore } from '../../platform/say.js';
import { BEHIND, isBehind, shareFinished } from '../assigned-completion.js';
import { driverToWorkOn, isSlipping } from '../branch-standing.js';
import { courseFor } from '../recommended-course.js';
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
  const recently = startOfLondonDay(addDays(lastWeek, -21));
  const unhappy = commentsOf(facts, troubled).filter((one) => isUnhappy(one) && one.answeredAt >= recently);
  return {
    id: 'do-attention',
    title: headline(troubled, driver),
    text: [cause(troubled), inTheirWords(unhappy)].filter(Boolean).join(' '),
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

/** What unhappy customers share, or the newest of them in full. */
function inTheirWords(unhappy: readonly Comment[]): string {
  const common = commonPhrase(unhappy.map(({ comment }) => comment));
  if (common) {
    const share = common.comments / common.of;
    return `${share > 0.5 ? 'Most' : 'Many'} unhappy comments mention “${common.phrase}”.`;
  }
  const [newest] = unhappy;
  return newest ? `A customer said: “${newest.comment}”` : '';
}

function trainingBehind(facts: AreaFacts): Card | null {
  return weekBehind(facts) ?? assignedBehind(facts);
}

function weekBehind({ campaign, today }: AreaFacts): Card | null {
  if (!campaign) return null;
  const held = campaign.days.filter((day) => day.heldOn <= today).length;
  const behind = campaign.taking.filter(({ people, lessons }) => people > 0 && lessons < BEHIND * people * held);
  if (held === 0 || behind.length === 0) return null;
  const left = daysBetween(today, campaign.campaign.endsOn);
  return {
    id: 'do-training',
    title: `${count(behind.length, 'unit is', 'units are')} behind this week`,
    text:
      `They’ve finished fewer than 6 in 10 of the lessons opened so far in ${campaign.campaign.title}. ` +
      (left > 0 ? `${count(left, 'day', 'days')} left.` : 'It ends today.'),
    action: { text: 'See who has joined', path: campaignPath(campaign.campaign.slug) },
    driver: null,
    icon: 'calendar',
  };
}

function assignedBehind({ branches, area }: AreaFacts): Card | null {
  const behind = branches.filter(({ assigned }) => isBehind(assigned));
  const [worst] = [...behind].sort((a, b) => (shareFinished(a.assigned) ?? 1) - (shareFinished(b.assigned) ?? 1));
  if (!worst) return null;
  return {
    id: 'do-training',
    title: `${count(behind.length, 'unit is', 'units are')} behind on assigned training`,
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
      ? `${rose}A customer said: “${happy.comment}”`
      : `${rose || ''}Ease is ${sayScore(standing.ease?.value ?? 0)} on ${count(standing.counts.ease.n, 'answer', 'answers')}.`,
    action: { text: `Open ${unit.name}`, path: unitPath(unit.code) },
    driver: null,
    icon: 'chat',
  };
}

function commentsOf(facts: AreaFacts, { unit }: Branch): Comment[] {
  return facts.comments.filter(({ unitId }) => unitId === unit.id);
}

function isUnhappy({ emotion, ease }: Comment): boolean {
  return (emotion !== null && emotion < 0) || (ease !== null && ease <= 2);
}
