/** What customers said, as the cards and the page of a place quote it. */
import type { Comment } from '../../feedback/comments/comments.queries.js';
import { sayAnswered } from '../../feedback/comments/say-answered.js';
import { type IsoDate, londonDate, startOfLondonDay } from '../../platform/dates.js';
import type { Driver } from '../../platform/drivers.js';
import { t } from '../../platform/language/t.js';

/** A comment with the unit that it is about. */
export interface Voice extends Comment {
  unitCode: string;
  unitName: string;
}

/** A unit that stands for its place: where most customers of the last four weeks found it hard, or easy. */
export interface Standout {
  placeId: number;
  mood: 'unhappy' | 'happy';
  unitId: number;
  code: string;
  name: string;
  customers: number;
}

const LONGEST_ON_A_CARD = 140;
const SHORTEST = 12;

/** Somebody unhappy since a day, who marked this driver down if anybody did; the most telling that fits a card. */
export function unhappyVoice<V extends Comment>(voices: readonly V[], driver: Driver | null, since: IsoDate): V | null {
  const from = startOfLondonDay(since);
  const unhappy = voices.filter((one) => one.answeredAt >= from && isUnhappy(one));
  const about = driver ? unhappy.filter(({ poor }) => poor.includes(driver)) : [];
  return telling(about) ?? telling(unhappy);
}

/** Somebody delighted for whom it was easy. */
export function happyVoice<V extends Comment>(voices: readonly V[]): V | null {
  return telling(voices.filter(({ emotion, ease }) => emotion === 2 && (ease ?? 5) === 5));
}

/** Ease of 1 to 3, or disappointed or irritated. */
export function isUnhappy({ emotion, ease }: Pick<Comment, 'emotion' | 'ease'>): boolean {
  return (emotion !== null && emotion < 0) || (ease !== null && ease <= 3);
}

/** 'Ashbridge, 4 February 2027', or the month at a small unit. */
export function sayWhere({ unitName, answeredAt, smallUnit }: Voice): string {
  return t('{place}, {day}', { place: unitName, day: sayAnswered(londonDate(answeredAt), smallUnit) });
}

/** On a card whole sentences of a few words stand before long stories, and the newest before older ones. */
function telling<V extends Comment>(voices: readonly V[]): V | null {
  const fits = ({ comment }: V) => comment.length >= SHORTEST && comment.length <= LONGEST_ON_A_CARD;
  return voices.find(fits) ?? voices[0] ?? null;
}

/** Cut at a word where it is too long for a card. */
export function shortQuote(comment: string): string {
  if (comment.length <= LONGEST_ON_A_CARD) return comment;
  return `${comment.slice(0, LONGEST_ON_A_CARD).replace(/\s+\S*$/, '')} …`;
}
