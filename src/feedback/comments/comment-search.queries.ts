import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type IsoDate, londonDate } from '../../platform/dates.js';
import {
  type Add,
  conditionsOf,
  type Ends,
  fitting,
  inPlace,
  metBy,
  type Moment,
  NEWEST_FIRST,
  soughtBy,
} from './comment-conditions.queries.js';
import type { CommentFilter } from './comment-filter.js';
import { SMALL_UNIT } from './comments.queries.js';
import { FOUND_FROM, FOUND_TO } from './highlighted.js';
import { HIDDEN_MONTH, weekOf } from './shown-at.js';
import { ANY_COMMENT, WHOLE_NETWORK } from '../themes/theme-counts.queries.js';

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
  /** The marks of the themes of which a comment speaks of one at least; null for whatever it says. */
  themeMarks: readonly string[] | null;
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
  /** Where the search gave up looking; null when it went as far as it had to. `total` counts those up to here. */
  stopped: Stopped | null;
  /** The answer that the page begins after was taken away, so nobody knows where it begins. */
  lost: boolean;
}

export interface Stopped {
  /** The last comment that was looked at. */
  id: number;
  /** Where it stands in the list. */
  at: Date;
}

/** More are not counted: nobody leafs through so many pages of them, and each that is counted has to be met. */
export const MOST_COUNTED = 200;
/**
 * So many of those that the index finds are looked at for a page: words stand side by side in most comments that hold both, or
 * in hardly any. Twenty-five or so in a thousandth of a second.
 */
export const MOST_LOOKED_AT = 3000;

/** How a search goes about it. */
export interface Effort {
  mostLookedAt: number;
  /** More comments than this in five weeks of the network: the newest are gone through day by day. */
  busyFrom: number;
}

const EFFORT: Effort = { mostLookedAt: MOST_LOOKED_AT, busyFrom: 10_000 };

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
  async page(asked: CommentsAsked, most: number, effort = EFFORT): Promise<CommentsPage> {
    const { oldest, after, busy } = await this.ends(asked, effort.busyFrom);
    const lost = asked.filter.after !== null && after === null;
    if (lost || oldest === null) return { ids: [], total: lost ? null : 0, stopped: null, lost };
    const wanted = after === null ? MOST_COUNTED + 1 : most;
    const looked = await this.lookedAt(asked, { oldest, after, busy }, effort.mostLookedAt, wanted);
    const found = looked.filter(({ fits }) => fits);
    const last = looked.at(-1);
    return {
      ids: found.slice(0, most).map(({ id }) => id),
      total: after === null ? found.length : null,
      stopped: last?.nth === effort.mostLookedAt ? { id: last.id, at: last.at } : null,
      lost,
    };
  }

  /** These comments, in their order, with all that is printed of them. */
  async shown(asked: CommentsAsked, ids: readonly number[]): Promise<FoundComment[]> {
    const marked =
      asked.tsquery === null ? 'null' : `ts_headline('english', plain_words(r.comment), $4::tsquery, '${MARKS}')`;
    return this.db.planned<FoundComment>(
      `with page as materialized (select c.response_id, c.unit_id, c.shown_at, c.month_at from comment_index c where c.response_id = any ($1)),
            small as materialized (select unit_id, ${SMALL_UNIT('$2', '$3')} as small
                                     from (select distinct unit_id from page where month_at is null) reach)
       select ${SHOWN}, ${marked} as marked, ${THEMES_OF} as "themeIds", coalesce(small.small, true) as "smallUnit"
         from page join survey_response r on r.id = page.response_id join unit u on u.id = r.unit_id
         left join small on page.month_at is null and small.unit_id = page.unit_id
        where num_nulls($4::tsquery) >= 0
        order by page.shown_at desc, r.id desc`,
      [ids, asked.now, londonDate(asked.now), asked.tsquery, asked.editionId ?? 0],
    );
  }

  /** All of them, read as they are taken. */
  stream(asked: CommentsAsked): AsyncGenerator<FoundComment, void> {
    const params: unknown[] = [asked.now, londonDate(asked.now), asked.unitId, asked.tsquery, asked.editionId ?? 0];
    const add: Add = (value) => `$${params.push(value)}`;
    const sought = soughtBy(asked);
    return this.db.stream<FoundComment>(
      `with small as materialized (select unit_id, ${SMALL_UNIT('$1', '$2')} as small from comment_unit reach
                                    where $3::int is null or unit_id = $3)
       select ${SHOWN}, null as marked, ${THEMES_OF} as "themeIds", small.small or c.month_at is not null as "smallUnit"
         from comment_index c join survey_response r on r.id = c.response_id join unit u on u.id = r.unit_id
         join small on small.unit_id = c.unit_id
        where num_nulls($4::tsquery) >= 0 and ${conditionsOf(asked, null, add)} and ${inPlace(asked, add)}
          and ${fitting(asked, add)} and ${sought === null ? 'true' : `c.words @@ ${add(sought)}::tsquery`} ${NEWEST_FIRST}`,
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

  /** The newest that fit, and the last that was looked at when that was one too many. Planned with the words themselves. */
  private lookedAt(asked: CommentsAsked, ends: Ends, most: number, wanted: number): Promise<Looked[]> {
    const values: unknown[] = [];
    const add: Add = (value) => `$${values.push(value)}`;
    return this.db.planned<Looked>(
      `select looked.id, looked.at, looked.nth, looked.fits from (
         select c.response_id as id, c.shown_at as at, (row_number() over ())::int as nth, ${fitting(asked, add)} as fits
           from ${metBy(asked, ends, add, most)}) looked
        where looked.fits or looked.nth = ${most} limit ${wanted}`,
      values,
    );
  }

  /** `oldest` is null without any comment; `after` when the answer that was shown last is gone. */
  private async ends({ filter, editionId, now }: CommentsAsked, busyFrom: number): Promise<MaybeEnds> {
    const row = await this.db.one<MaybeEnds>(
      `select (select ${weekOf('shown_at')} from comment_index order by shown_at, response_id limit 1) as oldest,
              (select json_build_object('id', id, 'at', shown_at::text, 'week', ${weekOf('shown_at')})
                 from (select r.id, coalesce(${HIDDEN_MONTH}, r.answered_at) as shown_at
                         from survey_response r left join unit_by_month kept using (unit_id) where r.id = $1) last) as after,
              (select coalesce(sum(comments), 0) > $4 from theme_area_week
                where area_id = ${WHOLE_NETWORK} and edition_id = $2 and theme_id = ${ANY_COMMENT} and week > $3::date - 35) as busy`,
      [filter.after, editionId, londonDate(now), busyFrom],
    );
    return row ?? { oldest: null, after: null, busy: false };
  }
}

/** A comment that an index found: the how manieth, and whether it fits. */
interface Looked extends Stopped {
  nth: number;
  fits: boolean;
}

type MaybeEnds = Omit<Ends, 'oldest'> & { oldest: IsoDate | null; after: Moment | null };

/** The whole comment, with marks around what was found. */
const MARKS = `HighlightAll=true, StartSel=${FOUND_FROM}, StopSel=${FOUND_TO}`;

const SHOWN = `r.id, u.code as "unitCode", u.name as "unitName", r.answered_at as "answeredAt", r.ease, r.emotion, r.comment`;

const THEMES_OF = `array(select spoken.theme_id from comment_theme spoken
                   where spoken.response_id = r.id and spoken.edition_id = $5 and spoken.theme_id > 0 order by 1)`;
