import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { londonDate } from '../../platform/dates.js';
import { conditionsOf } from './comment-conditions.queries.js';
import type { CommentFilter } from './comment-filter.js';
import { narrowed } from './comment-lexemes.js';
import { SMALL_UNIT } from './comments.queries.js';
import { FOUND_FROM, FOUND_TO } from './highlighted.js';

/** Where somebody looks: one unit, what was said in some areas, or everywhere (both null). Whoever asks has seen to the reach. */
export interface CommentScope {
  unitId: number | null;
  areaIds: readonly number[] | null;
}

/** What is looked for, as the database is asked for it. */
export interface CommentsAsked extends CommentScope {
  filter: CommentFilter;
  /** The words as PostgreSQL has read them (`query`); null for none. */
  tsquery: string | null;
  editionId: number | null;
  /** Comments that speak of one of these; null for whatever they say. */
  themeIds: readonly number[] | null;
  now: Date;
}

export interface FoundComment {
  id: number;
  unitCode: string;
  unitName: string;
  answeredAt: Date;
  ease: number | null;
  emotion: number | null;
  comment: string;
  /** Without accents, with the marks of what was found; null when no words were looked for. */
  marked: string | null;
  themeIds: number[];
  smallUnit: boolean;
}

/** A page of comments; `total` stops at one more than `MOST_COUNTED`, and is null for the pages after the first. */
export interface CommentsPage {
  ids: number[];
  total: number | null;
}

/** More are not counted: a page of them takes longer to leaf through than anybody has. */
export const MOST_COUNTED = 1000;

/**
 * How many of the newest comments are looked at one by one, so that the index of words is asked for rare words only: what
 * fewer than one comment in 400 holds. In an area they lie far apart, and fewer are worth it.
 */
const NEWEST = { everywhere: 10_000, area: 3_000 };

/** Comments by their words and by what they speak of: of units that have five in all, up to now, the newest first. */
@Injectable()
export class CommentSearch {
  constructor(private readonly db: Database) {}

  /** What was typed, as PostgreSQL reads it; '' when nothing in it can be looked for. */
  async query(words: string): Promise<string> {
    const row = await this.db.one<{ query: string }>(
      `select websearch_to_tsquery('english', plain_words($1))::text as query`,
      [words],
    );
    return row?.query ?? '';
  }

  /** The newest, or those older than `filter.after`, and how many there are in all. */
  async page(asked: CommentsAsked, most: number): Promise<CommentsPage> {
    const after = await this.placeOf(asked.filter.after);
    if (asked.filter.after !== null && after === null) return { ids: [], total: null };
    const counts = after === null;
    if (asked.tsquery === null || asked.unitId !== null) return this.ofIndex(asked, after, most, counts);
    const { ids, inAll, seen, window } = await this.ofNewest(asked, after, most);
    if (seen < window) return { ids, total: counts ? inAll : null };
    const total = !counts ? null : inAll > MOST_COUNTED ? inAll : await this.countByWords(asked);
    return { ids: ids.length === most ? ids : await this.byWords(asked, after, most), total };
  }

  /** These comments, in their order, with all that is printed of them. */
  async shown(asked: CommentsAsked, ids: readonly number[]): Promise<FoundComment[]> {
    const marked =
      asked.tsquery === null ? 'null' : `ts_headline('english', plain_words(r.comment), $4::tsquery, '${MARKS}')`;
    return this.db.query<FoundComment>(
      `with page as materialized (select c.response_id, c.unit_id from comment_index c where c.response_id = any ($1)),
            small as materialized (select unit_id, ${SMALL_UNIT('$2', '$3')} as small
                                     from (select distinct unit_id from page) reach)
       select ${SHOWN}, ${marked} as marked, ${THEMES_OF} as "themeIds", small.small as "smallUnit"
         from page join survey_response r on r.id = page.response_id join unit u on u.id = r.unit_id
         join small on small.unit_id = page.unit_id
        where num_nulls($4::tsquery) >= 0
        order by r.answered_at desc, r.id desc`,
      [ids, asked.now, londonDate(asked.now), asked.tsquery, asked.editionId ?? 0],
    );
  }

  /** All of them, read as they are taken. */
  stream(asked: CommentsAsked): AsyncGenerator<FoundComment, void> {
    const { what, place, when, params } = conditionsOf(asked, null);
    return this.db.stream<FoundComment>(
      `with small as materialized (select unit_id, ${SMALL_UNIT('$1', '$3')} as small from comment_unit reach
                                    where $4::int is null or unit_id = $4)
       select ${SHOWN}, null as marked, ${THEMES_OF} as "themeIds", small.small as "smallUnit"
         from comment_index c join survey_response r on r.id = c.response_id join unit u on u.id = r.unit_id
         join small on small.unit_id = c.unit_id
        where ${what} and ${place} and ${when} and ${asked.tsquery === null ? 'true' : WORDS} ${NEWEST_FIRST}`,
      params,
    );
  }

  /** The newest comments of everywhere, for trying rules on them. */
  async newestWords(now: Date, most: number): Promise<string[]> {
    const rows = await this.db.query<{ comment: string }>(
      `with newest as materialized (
         select c.response_id from comment_index c
          where c.answered_at <= $1
            and exists (select from comment_unit k where k.unit_id = c.unit_id and k.shown_from_at <= $1)
          ${NEWEST_FIRST} limit $2)
       select r.comment from newest join survey_response r on r.id = newest.response_id order by r.answered_at desc, r.id desc`,
      [now, most],
    );
    return rows.map(({ comment }) => comment);
  }

  /** When all comments had been read last, and whether some wait to be read; asked of the last answer, never of all. */
  async readUpTo(): Promise<{ readAt: Date | null; waiting: boolean }> {
    const row = await this.db.one<{ readAt: Date | null; waiting: boolean }>(
      `select read_at as "readAt", coalesce((select max(id) from survey_response) > last_id, false)
                or exists (select from comment_due) as waiting from comment_reading`,
    );
    return row ?? { readAt: null, waiting: false };
  }

  /** Without words, or within one unit: an index over time, or over the few comments of a unit. */
  private async ofIndex(asked: CommentsAsked, after: Older, most: number, counts: boolean): Promise<CommentsPage> {
    const { what, place, when, params } = conditionsOf(asked, after);
    const found = `from comment_index c where ${place} and ${when} and ${what} and ${UNINDEXED_WORDS}`;
    const [rows, counted] = await Promise.all([
      this.planned<{ id: number }>(`select c.response_id as id ${found} ${NEWEST_FIRST} limit ${most}`, params),
      counts
        ? this.planned<{ n: number }>(
            `select count(*)::int as n from (select ${found} limit ${MOST_COUNTED + 1}) few`,
            params,
          )
        : [],
    ]);
    return { ids: rows.map(({ id }) => id), total: counts ? (counted[0]?.n ?? 0) : null };
  }

  /** Among the newest: `inAll` of them fit, of `seen` that were looked at. */
  private async ofNewest(asked: CommentsAsked, after: Older, most: number) {
    const { what, place, when, params } = conditionsOf(asked, after);
    const oneArea = asked.areaIds?.length === 1;
    const window = oneArea ? NEWEST.area : NEWEST.everywhere;
    const [row] = await this.planned<{ ids: number[] | null; inAll: number; seen: number }>(
      `with newest as materialized (
         select c.response_id, c.unit_id, c.area_id, c.answered_at, c.ease, c.emotion, c.words from comment_index c
          where ${when} and ${oneArea ? place : 'true'} ${NEWEST_FIRST} limit ${window}),
            fits as (select c.response_id, c.answered_at from newest c where ${WORDS} and ${place} and ${what})
       select (select array_agg(f.response_id order by f.answered_at desc, f.response_id desc)
                 from (select * from fits c ${NEWEST_FIRST} limit ${most}) f) as ids,
              (select count(*)::int from fits) as "inAll", (select count(*)::int from newest) as seen`,
      params,
    );
    return { ids: row?.ids ?? [], inAll: row?.inAll ?? 0, seen: row?.seen ?? 0, window };
  }

  /** By the index of words, in which a comment is also marked with its area, week and answers. */
  private async byWords(asked: CommentsAsked, after: Older, most: number): Promise<number[]> {
    const { what, when, params } = conditionsOf(withMarks(asked), after);
    const rows = await this.planned<{ id: number }>(
      `with found as materialized (select c.response_id, c.answered_at from comment_index c where ${WORDS} and ${what} and ${when})
       select c.response_id as id from found c ${NEWEST_FIRST} limit ${most}`,
      params,
    );
    return rows.map(({ id }) => id);
  }

  private async countByWords(asked: CommentsAsked): Promise<number> {
    const { what, when, params } = conditionsOf(withMarks(asked), null);
    const [row] = await this.planned<{ n: number }>(
      `select count(*)::int as n from (select from comment_index c where ${WORDS} and ${what} and ${when} limit ${MOST_COUNTED + 1}) few`,
      params,
    );
    return row?.n ?? 0;
  }

  /** Planned with the words themselves, and not prepared once for all words. */
  private async planned<T>(text: string, values: unknown[]): Promise<T[]> {
    return (await this.db.pool.query({ text, values })).rows as T[];
  }

  /** Where an answer stands in time, to the microsecond; null without one, or when it is gone. */
  private async placeOf(id: number | null): Promise<Older> {
    if (id === null) return null;
    return this.db.one<{ at: string; id: number }>(
      'select answered_at::text as at, response_id as id from comment_index where response_id = $1',
      [id],
    );
  }
}

type Older = { at: string; id: number } | null;

const NEWEST_FIRST = 'order by c.answered_at desc, c.response_id desc';
const WORDS = 'c.words @@ $2::tsquery';
/** The same, out of sight of the index of words. */
const UNINDEXED_WORDS = '($2::tsquery is null or coalesce(c.words @@ $2::tsquery, false))';

const withMarks = (asked: CommentsAsked): CommentsAsked => ({
  ...asked,
  areaIds: null,
  tsquery: asked.tsquery && narrowed(asked.tsquery, { ...asked, ...asked.filter }),
});

/** The whole comment, with marks around what was found. */
const MARKS = `HighlightAll=true, StartSel=${FOUND_FROM}, StopSel=${FOUND_TO}`;

const SHOWN = `r.id, u.code as "unitCode", u.name as "unitName", r.answered_at as "answeredAt", r.ease, r.emotion, r.comment`;

const THEMES_OF = `array(select spoken.theme_id from comment_theme spoken
                   where spoken.response_id = r.id and spoken.edition_id = $5 and spoken.theme_id > 0 order by 1)`;
