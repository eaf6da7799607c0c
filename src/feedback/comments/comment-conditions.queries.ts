/** SQL text: which comments somebody looks for. No statement is run here. */
import { addDays, type IsoDate, londonDate, mondayOf, startOfLondonDay } from '../../platform/dates.js';
import { EMOTION_VALUES } from '../../platform/emotions.js';
import type { EaseBand } from './comment-filter.js';
import { inWeeks, narrowed, stretches } from './comment-lexemes.js';
import type { CommentsAsked } from './comment-search.queries.js';
import { firstOfMonth } from './whole-months.js';

/** Takes a value for a statement and gives what stands for it. */
export type Add = (value: unknown) => string;

/** Where a comment stands in a list, to the microsecond, and in which week: at its time, or in the month that stands for it. */
export interface Moment {
  id: number;
  at: string;
  week: IsoDate;
}

export const NEWEST_FIRST = 'order by c.shown_at desc, c.response_id desc';

/** What the index of words is asked; null when it has nothing to tell apart. */
export function soughtBy(asked: CommentsAsked): string | null {
  return narrowed(asked.tsquery, { ...asked, ...asked.filter });
}

/**
 * A row for each comment that fits, for `from`. By the index of words, week after week from the newest on, so that whoever
 * stops at a full page has met little more than it; without anything to look for, or among those of one unit or area, by time.
 * @param rest the order and number of what is taken of a stretch of weeks; '' for all, in any order
 */
export function foundBy(asked: CommentsAsked, after: Moment | null, oldest: IsoDate, add: Add, rest: string): string {
  const sought = soughtBy(asked);
  const where = conditionsOf(asked, after, add);
  if (sought === null) return `(select c.response_id from comment_index c where ${where} ${rest}) found`;
  if (asked.unitId !== null || asked.areaIds?.length === 1)
    return `(select c.response_id from comment_index c where ${where} and ${unindexed(add(sought))} ${rest}) found`;
  const queries = weeksOf(asked, after, oldest).map((mark) => inWeeks(sought, mark));
  return `unnest(${add(queries)}::tsquery[]) stretch (query) cross join lateral (
    select * from (select c.response_id, c.shown_at from comment_index c
                    where c.words @@ stretch.query and ${where} offset 0) c ${rest}) found`;
}

/** Out of sight of the index of words. */
const unindexed = (query: string) => `coalesce(c.words @@ ${query}::tsquery, false)`;

function weeksOf({ filter: { from, to }, now }: CommentsAsked, after: Moment | null, oldest: IsoDate): string[] {
  const today = londonDate(now);
  const newest = after?.week ?? mondayOf(to !== null && to < today ? to : today);
  const first = from === null ? oldest : mondayOf(firstOfMonth(from));
  return stretches(newest, first > oldest ? first : oldest);
}

/** `where` over `comment_index c`: of units that show comments, up to now, and older than what was shown already. */
export function conditionsOf(asked: CommentsAsked, after: Moment | null, add: Add): string {
  const { filter, unitId, areaIds } = asked;
  const now = add(asked.now);
  const parts = [
    `c.shown_at <= ${now} and c.answered_at <= ${now}`,
    enough(now),
    unitId === null ? null : `c.unit_id = ${add(unitId)}`,
    areaIds && inAreas(areaIds, soughtBy(asked) !== null, add),
    filter.from && since(filter.from, add),
    filter.to && `c.shown_at < ${add(startOfLondonDay(addDays(filter.to, 1)))}`,
    filter.felt && `c.emotion = ${EMOTION_VALUES[filter.felt]}`,
    filter.ease && `c.ease ${EASE_SQL[filter.ease]}`,
    filter.kind && ofKind(add(filter.kind)),
    after && `(c.shown_at, c.response_id) < (${add(after.at)}::timestamptz, ${add(after.id)}::bigint)`,
  ];
  return parts.filter((part) => part !== null).join(' and ');
}

/** Where the month stands for the day, the whole month that a day lies in. */
const since = (from: IsoDate, add: Add) =>
  `c.shown_at >= ${add(startOfLondonDay(firstOfMonth(from)))}
   and (c.month_at is not null or c.shown_at >= ${add(startOfLondonDay(from))})`;

/** One by equality: its index is in the order of time then. Several out of sight of it while the index of words is asked. */
function inAreas(ids: readonly number[], sought: boolean, add: Add): string {
  if (ids.length === 1) return `c.area_id = ${add(ids[0])}`;
  return `c.area_id ${sought ? '+ 0 ' : ''}= any (${add(ids)}::int[])`;
}

/**
 * Kept for each unit (themes/reading.queries.ts), so that nothing is counted for a page. Fenced in by its offset: asked of what
 * was found, and not of all units beforehand.
 */
const enough = (now: string) =>
  `exists (select from comment_unit k where k.unit_id = c.unit_id and k.shown_from_at <= ${now} offset 0)`;

const EASE_SQL: Record<EaseBand, string> = { poor: '<= 2', middling: '= 3', good: '>= 4' };

/** A kind that nobody asks customers of is not looked for among all comments: that is known before the first. */
const ofKind = (kind: string) => `exists (select from unit k where k.id = c.unit_id and k.kind = ${kind})
  and exists (select from unit k join comment_unit shown on shown.unit_id = k.id where k.kind = ${kind})`;
