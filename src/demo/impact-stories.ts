/**
 * What is planted in the demo for three studies of impact, so that what a study finds can be held against what is true: a
 * training given in random waves, which works; one given to the branches that scored lowest, which does nothing although they
 * rise afterwards; and one so young that nothing can be said yet. They share no branches, and each course is taken nowhere
 * else where its story is told.
 */
import type { IsoDate } from '../platform/dates.js';
import { ASHBRIDGE, NAMED, NORTHMERE } from './stories.js';

/** How the people of a branch come to take a course: what is asked, by whom, and how many days it may take. */
export interface Request {
  slug: string;
  askedBy: string;
  reason: string;
  daysGiven: number;
  /** Where the branches are with which the ones asked are compared: nobody there takes the course of their own accord. */
  regions: readonly string[];
  /** By how many points of the share of easy visits it truly lifts a branch, from the week in which it was asked on. */
  points: number;
}

/**
 * The areas of two regions are dealt to three waves and a comparison, evenly in each region. The last wave has its 26th week
 * before the demo's Wednesday.
 */
export const BY_LOT = {
  slug: 'queues-keep-people-in-the-loop',
  askedBy: NAMED.grace.reference,
  reason: 'Areas take turns, drawn by lot, so that we can see what it does for customers.',
  daysGiven: 28,
  regions: ['R2', 'R3'],
  points: 2,
  drawnOn: '2026-05-05' as IsoDate,
  seed: 5,
  begins: ['2026-05-11', '2026-06-22', '2026-08-03'] as IsoDate[],
} satisfies Request & Record<string, unknown>;

/** The branches of Marcus’s region whose ease was lowest over the quarter before, all asked at once; teams took it together. */
export const LOWEST = {
  slug: 'travel-money-explained-simply',
  askedBy: NAMED.regional.reference,
  reason: 'Your customers find it harder than others do. A good place to begin.',
  daysGiven: 28,
  regions: ['R1'],
  points: 0,
  askedOn: '2026-09-07' as IsoDate,
  branches: 30,
  weeksLookedAt: 13,
} satisfies Request & Record<string, unknown>;

/** Others of the same region but for Dawn’s area, three weeks before the demo's Wednesday; all but the last few have finished. */
export const RECENT = {
  slug: 'checking-id-without-the-awkwardness',
  askedBy: NAMED.regional.reference,
  reason: 'New passport checks begin in March, and these branches see the most of them.',
  daysGiven: 28,
  regions: ['R1'],
  points: 0,
  askedOn: '2027-01-18' as IsoDate,
  branches: 25,
  finished: 22,
  withoutArea: NORTHMERE.code,
} satisfies Request & Record<string, unknown>;

/** A branch with a story of its own takes no part, and its people keep the courses that they took. */
export const LEFT_ALONE = ASHBRIDGE.code;
