/**
 * What is planted in the demo on purpose, each with a test that finds it again through the pages. Everything else is
 * noise around levels that differ from branch to branch.
 */
import type { IsoDate } from '../platform/dates.js';
import { msg } from '../platform/language/t.js';

export const SEED = 20270210;

/** How many people the demo has, and the last day that it knows. */
export const PEOPLE = 1800;
export const UNTIL: IsoDate = '2027-02-28';

/** The demo's first week of responses and the last one it holds (Mondays): 78 weeks before the 2027 week, three more. */
export const FIRST_WEEK: IsoDate = '2025-08-11';
export const LAST_WEEK: IsoDate = '2027-02-22';

/** The moments the banner offers; London times. */
export const MOMENTS = {
  before: { label: msg('Before the week'), at: '2027-02-04T10:00:00Z' },
  wednesday: { label: msg('Wednesday'), at: '2027-02-10T10:00:00Z' },
  after: { label: msg('Two weeks after'), at: '2027-03-01T10:00:00Z' },
} as const;

export type Moment = keyof typeof MOMENTS;

/**
 * Love Your Customers Week 2026: 4,104 responses, +71 % on the average other week (2,400) and +63 % on the four weeks
 * before and after; ease 80.0 to 80.5. The figures follow the reference in product/campaigns.md.
 */
export const WEEK_2026 = { week: '2026-02-09', responses: 4104, easeTop: 3304 };
export const WEEK_2027 = { week: '2027-02-08', responses: 4020, easeTop: 3231 };
export const OTHER_WEEKS = { responses: 2400, easeShare: 0.8, neighbours: 2518 };

/** The week ends before this many neighbours on each side do. */
export const NEIGHBOURS = 4;

/**
 * Ashbridge: ease 82 on 585 answers over 13 weeks, then 68 on 180 over four, because the referral list is out of date and
 * customers are sent elsewhere; 81 again once Dawn has assigned the course and had the list fixed.
 */
export const ASHBRIDGE = {
  code: '021047',
  name: 'Ashbridge',
  perWeek: 45,
  usualEase: 0.82,
  slump: { from: '2027-01-11', weeks: 4, answers: 180, easeTop: 122 },
  before: { weeks: 13, answers: 585, easeTop: 480 },
  after: { from: '2027-02-15', weeks: 2, answers: 90, easeTop: 73 },
};

/** Two people who speak Welsh, and few customers. */
export const LLANFELYN = { code: '034518', name: 'Llanfelyn' };

export const NORTHMERE = { code: 'A07', name: 'Northmere and Coast', branches: 41 };

/** The people a visitor can be, by personnel reference. */
export const NAMED = {
  sam: { reference: '100001', name: 'Sam Kaur' },
  eleri: { reference: '150001', name: 'Eleri Pugh' },
  jo: { reference: '160001', name: 'Jo Lindqvist' },
  dawn: { reference: '200001', name: 'Dawn Mercer' },
  regional: { reference: '250001', name: 'Marcus Adeyemi' },
  grace: { reference: '300001', name: 'Grace Okafor' },
  nikhil: { reference: '310001', name: 'Nikhil Rao' },
  administrator: { reference: '900001', name: 'Ros Whitlock' },
} as const;

export const PASSWORD = 'love-your-customers';
