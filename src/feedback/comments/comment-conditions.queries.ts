/** SQL text: which comments somebody looks for. No statement is run here. */
import { endOfLondonDay, londonDate, startOfLondonDay } from '../../platform/dates.js';
import { EMOTION_VALUES } from '../../platform/emotions.js';
import type { CommentFilter, EaseBand } from './comment-filter.js';
import type { CommentsAsked } from './comment-search.queries.js';

/** `where` over `comment_index c`, in parts that can stand in different places of a statement. */
export interface Conditions {
  /** The units that show comments, and everything but words, place and time. */
  what: string;
  /** Where, when, and older than what was shown already. */
  place: string;
  when: string;
  params: unknown[];
}

/** $1 is now, $2 the words (or null), $3 today, $4 the unit (or null), $5 the edition. */
export function conditionsOf(asked: CommentsAsked, after: { at: string; id: number } | null): Conditions {
  const { filter, themeIds } = asked;
  const params: unknown[] = [...[asked.now, asked.tsquery, londonDate(asked.now), asked.unitId, asked.editionId ?? 0]];
  const add = (value: unknown) => `$${params.push(value)}`;
  const older = after && `(c.answered_at, c.response_id) < (${add(after.at)}::timestamptz, ${add(after.id)}::bigint)`;
  return {
    what: joined([EVERY_PARAMETER, ENOUGH, themeIds && spokenOf(add(themeIds)), ...answerParts(filter, add)]),
    place: joined([
      asked.unitId === null ? null : 'c.unit_id = $4',
      asked.areaIds && `c.area_id = any (${add(asked.areaIds)}::int[])`,
    ]),
    when: joined(['c.answered_at <= $1', ...dayParts(filter, add), older]),
    params,
  };
}

function answerParts({ felt, ease, kind }: CommentFilter, add: (value: unknown) => string): (string | null)[] {
  return [
    felt && `c.emotion = ${EMOTION_VALUES[felt]}`,
    ease && `c.ease ${EASE_SQL[ease]}`,
    kind && `exists (select from unit k where k.id = c.unit_id and k.kind = ${add(kind)})`,
  ];
}

function dayParts({ from, to }: CommentFilter, add: (value: unknown) => string): (string | null)[] {
  return [
    from && `c.answered_at >= ${add(startOfLondonDay(from))}`,
    to && `c.answered_at < ${add(endOfLondonDay(to))}`,
  ];
}

const joined = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join(' and ') || 'true';

/** PostgreSQL takes no parameter that a statement leaves out. */
const EVERY_PARAMETER = 'num_nulls($1::timestamptz, $2::tsquery, $3::date, $4::int, $5::int) >= 0';

/** Kept for each unit (themes/reading.queries.ts), so that nothing is counted for a page. */
const ENOUGH = 'exists (select from comment_unit k where k.unit_id = c.unit_id and k.shown_from_at <= $1)';

const EASE_SQL: Record<EaseBand, string> = { poor: '<= 2', middling: '= 3', good: '>= 4' };

const spokenOf = (ids: string) => `exists (select from comment_theme t where t.response_id = c.response_id
  and t.edition_id = $5 and t.theme_id = any (${ids}::int[]))`;
