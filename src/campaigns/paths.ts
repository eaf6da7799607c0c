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
