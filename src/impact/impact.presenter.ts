import { maySeeResult } from '../campaigns/campaigns.policy.js';
import type { CampaignRow } from '../campaigns/campaigns.queries.js';
import { weekPhase } from '../campaigns/opening.js';
import { campaignResultPath } from '../campaigns/paths.js';
import type { Actor } from '../platform/actor.js';
import type { IsoDate } from '../platform/dates.js';
import { t } from '../platform/language/t.js';
import { can } from '../platform/permissions.js';
import { sayRange } from '../platform/say.js';
import { GRADE as ASSOCIATION } from './link-words.js';
import { impactPermissions } from './impact.policy.js';
import { linkPath, newStudyPath, plansPath, studiesPath } from './paths.js';
import { GRADE as BEFORE_AND_AFTER } from './week/result-words.js';
import { emptyStudies } from './studies/studies.presenter.js';
import type { StudyListRow } from './studies/studies.queries.js';
import { GRADE_WORDS } from './studies/study-words.js';
import { studyTile } from './studies/study-tile.js';

interface ImpactFacts {
  /** The newest first. */
  studies: readonly StudyListRow[];
  campaigns: readonly CampaignRow[];
  actor: Actor;
  today: IsoDate;
}

/** What was asked and answered, and what else can be looked at, each with the grade of its answer. */
export function presentImpact({ studies, campaigns, actor, today }: ImpactFacts) {
  const weeks = campaigns.filter((campaign) => maySeeResult(actor, campaign, today));
  const mayAsk = can(actor, impactPermissions.study);
  return {
    title: t('Impact'),
    sub: t('Did it work? Each answer carries a grade that says how far it can be trusted.'),
    action: mayAsk && studies.length > 0 ? { text: t('Ask a question'), path: newStudyPath } : null,
    empty: studies.length === 0 ? emptyStudies(mayAsk) : null,
    studies: studies.length === 0 ? null : presentStudies(studies),
    questions: [
      {
        title: t('Do branches that train more score higher?'),
        text: t('Completion set against ease, emotion and the six drivers, across all units.'),
        grade: t(ASSOCIATION),
        path: linkPath,
        action: t('Look at the link'),
      },
      {
        title: t('Who should have a training first?'),
        text: t('Let a lot decide, area by area: then the answer to whether it worked is the best there is.'),
        grade: t(GRADE_WORDS.A.name),
        path: plansPath,
        action: t('Look at random waves'),
      },
      ...weeks.map((campaign) => ({
        title: t('What did {week} {year} do?', { week: campaign.title, year: campaign.startsOn.slice(0, 4) }),
        text: t('{dates}: who took part, and what customers did.', {
          dates: sayRange(campaign.startsOn, campaign.endsOn),
        }),
        grade: t(BEFORE_AND_AFTER),
        path: campaignResultPath(campaign.slug),
        action: weekPhase(campaign, today) === 'running' ? t('See who takes part') : t('See the result'),
      })),
    ],
  };
}

/** As many tiles as one takes in; the list has them all. */
const MOST_TILES = 6;

function presentStudies(studies: readonly StudyListRow[]) {
  const answered = studies.flatMap(({ study, latest }) => (latest ? [{ study, latest }] : []));
  const open = studies.length - answered.length;
  return {
    tiles: answered.slice(0, MOST_TILES).map(studyTile),
    open: open > 0 ? t('{n, plural, one {# study has} other {# studies have}} no answer yet.', { n: open }) : null,
    all: { text: t('All studies'), path: studiesPath },
  };
}
