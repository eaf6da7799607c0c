import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayMoment, sayRange } from '../../platform/say.js';
import { campaignDraftPath, newCampaignPath } from '../paths.js';
import { type CampaignDraft, type DraftState, stateOf } from './campaign-draft.js';
import { sayAudience } from './say-audience.js';

/** Drafts first, because they wait for somebody; then what runs, what is planned and what is over. */
export function presentCampaignList(drafts: readonly CampaignDraft[], today: IsoDate) {
  const groups = ORDER.map((state) => ({
    id: state,
    heading: headings()[state],
    rows: drafts.filter((draft) => stateOf(draft, today) === state).map(rowOf),
  }));
  return {
    title: t('Themed weeks'),
    sub: t('Plan a week, publish it, and copy it for next year.'),
    action: { text: t('Plan a week'), path: newCampaignPath },
    groups: groups.filter((group) => group.rows.length > 0),
  };
}

const ORDER: readonly DraftState[] = ['draft', 'running', 'planned', 'over'];

const headings = (): Record<DraftState, string> => ({
  draft: t('Drafts'),
  running: t('Running'),
  planned: t('Planned'),
  over: t('Over'),
});

function rowOf(draft: CampaignDraft) {
  const { content, changedBy, changedAt } = draft;
  const at = sayMoment(changedAt);
  return {
    path: campaignDraftPath(draft.id),
    title: nameOf(draft),
    dates: sayRange(content.startsOn, content.endsOn),
    days: t('{n, plural, one {# day} other {# days}}', { n: content.days.length }),
    audience: sayAudience(content.audience),
    changed: changedBy === null ? t('Loaded on {at}', { at }) : t('{name}, {at}', { name: changedBy, at }),
    tag: draft.unpublished ? t('Changes not published') : null,
    copy: { path: `${newCampaignPath}?copy=${draft.id}`, hidden: nameOf(draft) },
  };
}

/** 'Love Your Customers Week 2027': weeks are held again, so the year belongs to the name. */
export function nameOf({ content }: Pick<CampaignDraft, 'content'>): string {
  return `${content.title || t('A week without a name')} ${content.startsOn.slice(0, 4)}`;
}
