import type { IsoDate } from '../platform/dates.js';

export const campaignsPath = '/campaigns';
export const campaignPath = (slug: string): string => `/campaigns/${slug}`;
export const themeDayPath = (slug: string, day: IsoDate): string => `/campaigns/${slug}/days/${day}`;
export const pledgesPath = (slug: string, day: IsoDate): string => `${themeDayPath(slug, day)}/pledges`;
/** All huddle cards of the week, one a page when printed. */
export const huddlesPath = (slug: string): string => `/campaigns/${slug}/huddles`;
export const huddlePath = (slug: string, day: IsoDate): string => `${themeDayPath(slug, day)}/huddle`;
/** What the week did; the page is served by impact. */
export const campaignResultPath = (slug: string): string => `/campaigns/${slug}/result`;

/** The weeks that the CX team plans. */
export const campaignsStudioPath = '/studio/campaigns';
export const newCampaignPath = `${campaignsStudioPath}/new`;
/** @param id the draft's */
export const campaignDraftPath = (id: number): string => `${campaignsStudioPath}/${id}`;
export const campaignDetailsPath = (id: number): string => `${campaignDraftPath(id)}/details`;
/** Lists what blocks publishing; a post publishes. */
export const campaignPublishPath = (id: number): string => `${campaignDraftPath(id)}/publish`;
export const campaignFilePath = (id: number): string => `${campaignDraftPath(id)}/file`;
/** What is done to a draft: `days` adds one, `recalls` takes a published week back, `restorations` drops what is not published. */
export const campaignActionPath = (
  id: number,
  action: 'days' | 'deletions' | 'recalls' | 'restorations' | 'undos',
): string => `${campaignDraftPath(id)}/${action}`;
export const draftDayPath = (id: number, key: string): string => `${campaignDraftPath(id)}/days/${key}`;
export const draftDayActionPath = (id: number, key: string, action: 'moves' | 'preview' | 'removals'): string =>
  `${draftDayPath(id, key)}/${action}`;
