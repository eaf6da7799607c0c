import type { Actor } from '../platform/actor.js';
import { completionBar } from '../platform/charts/completion-bar.js';
import type { IsoDate } from '../platform/dates.js';
import { t } from '../platform/language/t.js';
import { sayNumber, sayWeekday } from '../platform/say.js';
import { type BranchProgress, branchProgress, reachProgress } from './branch-progress.js';
import { maySeeResult } from './campaigns.policy.js';
import type { MyThemeDay, MyWeek } from './campaigns.queries.js';
import { previewFrom, weekPhase } from './opening.js';
import type { NetworkParticipation, ReachParticipation, UnitParticipation } from './participation.queries.js';
import { campaignResultPath, huddlesPath, themeDayPath } from './paths.js';
import { stopOf } from './stop.js';
import { weekHero } from './week-hero.js';

interface WeekFacts extends MyWeek {
  actor: Actor;
  today: IsoDate;
  network: NetworkParticipation;
  /** The actor's own unit, null for people posted over an area or a region. */
  unit: UnitParticipation | null;
  /** Counts over the units that somebody leads, null for everybody else. */
  reach: ReachParticipation | null;
}

export function presentWeek(facts: WeekFacts) {
  const { campaign, days, actor, today } = facts;
  const early = campaign.early ?? false;
  return {
    title: campaign.title,
    hero: weekHero(campaign, days, today),
    daysTitle: daysTitle(days.length),
    stops: days.map((day) => stopOf(day, campaign, today, early)),
    counter: atTheCounter(facts),
    ...(weekPhase(campaign, today) === 'before' ? NOTHING_YET : soFar(facts)),
    result: maySeeResult(actor, campaign, today) ? resultLink(facts) : null,
    print: early && today >= previewFrom(campaign) ? huddlesPath(campaign.slug) : null,
  };
}

/** Who takes part: nobody can before the week has begun. */
function soFar(facts: WeekFacts) {
  return {
    branch: facts.unit && branchCard(facts.unit, facts),
    reach: facts.reach && card(t('Your teams so far'), reachProgress(facts.reach)),
    network: networkFacts(facts.network),
  };
}

const NOTHING_YET = { branch: null, reach: null, network: null };

function daysTitle(n: number): string {
  return t(
    '{n, plural, =0 {Your no days} =1 {Your one days} =2 {Your two days} =3 {Your three days} =4 {Your four days} =5 {Your five days} =6 {Your six days} =7 {Your seven days} other {Your # days}}',
    { n },
  );
}

/** Today's challenge and the way to the day's page, on days of the week only. */
function atTheCounter({ campaign, days, today }: WeekFacts) {
  const day = days.find((one) => one.heldOn === today);
  if (!day) return null;
  const action = day.pledge === null ? t('Make today’s pledge') : t('See today’s pledges');
  return { challenge: day.challenge, action, path: themeDayPath(campaign.slug, day.heldOn) };
}

function branchCard(unit: UnitParticipation, { campaign, days, today }: WeekFacts) {
  const called = unit.kind === 'branch' ? ('branch' as const) : ('team' as const);
  const spoken = weekPhase(campaign, today) === 'running' ? lastOpened(days, today) : null;
  const done = unit.done.find((row) => row.heldOn === spoken?.heldOn)?.people ?? 0;
  const weekday = spoken && sayWeekday(spoken.heldOn);
  return card(
    called === 'branch' ? t('Your branch so far') : t('Your team so far'),
    branchProgress({ ...unit, called, done, weekday }),
  );
}

function lastOpened(days: readonly MyThemeDay[], today: IsoDate): MyThemeDay | null {
  return days.findLast((day) => day.heldOn <= today) ?? null;
}

function card(title: string, progress: BranchProgress) {
  return { title, ...progress, chart: progress.share === null ? null : completionBar({ share: progress.share }) };
}

function networkFacts({ branchesJoined, lessonsDone, pledgesMade }: NetworkParticipation) {
  return [
    { label: t('Branches joined'), value: sayNumber(branchesJoined) },
    { label: t('Lessons done'), value: sayNumber(lessonsDone) },
    { label: t('Pledges made'), value: sayNumber(pledgesMade) },
  ];
}

function resultLink({ campaign, today }: WeekFacts) {
  const path = campaignResultPath(campaign.slug);
  if (weekPhase(campaign, today) === 'running') return { text: t('Who takes part so far'), path };
  return { text: t('The week has ended: see the result'), path };
}
