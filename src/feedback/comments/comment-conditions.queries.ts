/** SQL text: which comments somebody looks for. No statement is run here. */
import { addDays, type IsoDate, londonDate, mondayOf, startOfLondonDay } from '../../platform/dates.js';
import { EMOTION_VALUES } from '../../platform/emotions.js';
import type { EaseBand } from './comment-filter.js';
import { inStretch, narrowed } from './comment-lexemes.js';
import type { CommentsAsked } from './comment-search.queries.js';
import { hasPhrase, withoutOrder } from './phrases.js';
import { stretches } from './stretches.js';
import { firstOfMonth } from './whole-months.js';

/** Takes a value for a statement and gives what stands for it. */
export type Add = (value: unknown) => string;

/** Where a comment stands in a list, to the microsecond, and in which week: at its time, or in the month that stands for it. */
export interface Moment {
  id: number;
  at: string;
  week: IsoDate;
}

/** Between which comments a search goes. */
export interface Ends {
  /** Only those older than it. */
  after: Moment | null;
  /** The week of the oldest. */
  oldest: IsoDate;
  /** So much is said here that a week is too much to put in order. */
  busy: boolean;
}

export const NEWEST_FIRST = 'order by c.shown_at desc, c.response_id desc';

/** What the index of words is asked; null when it has nothing to tell apart. */
export function soughtBy(asked: CommentsAsked): string | null {
  return narrowed(asked.tsquery === null ? null : withoutOrder(asked.tsquery), { ...asked, ...asked.filter });
}

/**
 * The newest comments that an index finds for `from`, in their order: what is left to ask of each is `fitting`. By the index
 * of words, stretch after stretch of time, so that whoever stops at a full page has met little more than it; without anything
 * to look for, or among those of one unit, by time. Where and what are two conditions, in this order: the index then leaps
 * from one to the other, whereas in one condition it goes through whichever it takes for the rarer, and it judges a word by
 * the beginning of its list, which is all but empty once the oldest comments are gone.
 */
export function metBy(asked: CommentsAsked, ends: Ends, add: Add, most: number): string {
  const sought = soughtBy(asked);
  const first = `${NEWEST_FIRST} limit ${most}`;
  const where = conditionsOf(asked, ends.after, add);
  if (sought === null || asked.unitId !== null) {
    const words = sought === null ? '' : `and coalesce(c.words @@ ${add(sought)}::tsquery, false)`;
    return `(select ${MET} from comment_index c where ${where} and ${inPlace(asked, add)} ${words} ${first}) c`;
  }
  const places = stretchesOf(asked, ends).map((mark) => inStretch(mark, asked.areaIds));
  return `(select c.* from unnest(${add(places)}::tsquery[]) stretch (query) cross join lateral (
    select * from (select ${MET} from comment_index c
                    where c.words @@ stretch.query and c.words @@ ${add(sought)}::tsquery and ${where} offset 0) c ${first}) c limit ${most}) c`;
}

const MET = 'c.response_id, c.shown_at, c.unit_id, c.words';

function stretchesOf({ filter: { from, to }, now, areaIds }: CommentsAsked, { after, oldest, busy }: Ends): string[] {
  const today = londonDate(now);
  const newest = after ? addDays(after.week, 6) : to !== null && to < today ? to : today;
  const first = from === null ? oldest : mondayOf(firstOfMonth(from));
  return stretches(newest, first > oldest ? first : oldest, busy && areaIds === null);
}

/** `where` over `comment_index c` for the time and the answers: up to now, and older than what was shown already. */
export function conditionsOf(asked: CommentsAsked, after: Moment | null, add: Add): string {
  const { filter } = asked;
  const now = add(asked.now);
  const parts = [
    `c.shown_at <= ${now} and c.answered_at <= ${now}`,
    filter.from && since(filter.from, add),
    filter.to && `c.shown_at < ${add(startOfLondonDay(addDays(filter.to, 1)))}`,
    filter.felt && `c.emotion = ${EMOTION_VALUES[filter.felt]}`,
    filter.ease && `c.ease ${EASE_SQL[filter.ease]}`,
    filter.kind && kindSpeaks(add(filter.kind)),
    after && `(c.shown_at, c.response_id) < (${add(after.at)}::timestamptz, ${add(after.id)}::bigint)`,
  ];
  return parts.filter((part) => part !== null).join(' and ');
}

/**
 * `where` over what was met: of units that show comments (kept for each unit, themes/reading.queries.ts, so that nothing is
 * counted for a page), of the kind, with the words in the order of the phrases. Fenced in by offsets: asked of each that was
 * met, and not of all units beforehand; among those of one unit, once.
 */
export function fitting({ filter, tsquery, unitId, now }: CommentsAsked, add: Add): string {
  const unit = unitId === null ? 'c.unit_id' : add(unitId);
  const parts = [
    tsquery !== null && hasPhrase(tsquery) ? `c.words @@ ${add(tsquery)}::tsquery` : null,
    `exists (select from comment_unit k where k.unit_id = ${unit} and k.shown_from_at <= ${add(now)} offset 0)`,
    filter.kind && `exists (select from unit k where k.id = ${unit} and k.kind = ${add(filter.kind)} offset 0)`,
  ];
  return parts.filter((part) => part !== null).join(' and ');
}

/** Where the month stands for the day, the whole month that a day lies in. */
const since = (from: IsoDate, add: Add) =>
  `c.shown_at >= ${add(startOfLondonDay(firstOfMonth(from)))}
   and (c.month_at is not null or c.shown_at >= ${add(startOfLondonDay(from))})`;

/**
 * `where` over `comment_index c` for the place. One area by equality: its index is in the order of time then. Several out of
 * sight of it while the index of words is asked.
 */
export function inPlace(asked: CommentsAsked, add: Add): string {
  const { unitId, areaIds } = asked;
  if (unitId !== null) return `c.unit_id = ${add(unitId)}`;
  if (areaIds === null) return 'true';
  if (areaIds.length === 1) return `c.area_id = ${add(areaIds[0])}`;
  return `c.area_id ${soughtBy(asked) === null ? '' : '+ 0 '}= any (${add(areaIds)}::int[])`;
}

const EASE_SQL: Record<EaseBand, string> = { poor: '<= 2', middling: '= 3', good: '>= 4' };

/** A kind that nobody asks customers of is not looked for among all comments: that is known before the first. */
const kindSpeaks = (kind: string) =>
  `exists (select from unit k join comment_unit shown on shown.unit_id = k.id where k.kind = ${kind})`;
