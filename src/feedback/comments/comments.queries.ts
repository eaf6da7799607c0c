import { Injectable } from '@nestjs/common';
import { reachParams } from '../../network/reach-params.js';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import { endOfLondonDay, londonDate, startOfLondonDay } from '../../platform/dates.js';
import { DRIVERS, type Driver } from '../../platform/drivers.js';
import { EMOTION_VALUES } from '../../platform/emotions.js';
import { type AnswersAsked, QUESTIONS } from '../answers-asked.js';
import { FEWEST_FOR_A_FIRM_SCORE } from '../metrics/score.js';
import type { Replaced } from '../corrections.js';
import { FEWEST_COMMENTS } from './comments-shown.js';
import { monthAt } from './shown-at.js';
import type { Days } from './whole-months.js';

/** A customer's words, masked when they came in. Those whose time is over are empty and never shown. */
export interface Comment {
  unitId: number;
  answeredAt: Date;
  ease: number | null;
  emotion: number | null;
  comment: string;
  /** The unit is so small, in answers or in colleagues, that the month stands instead of the day. */
  smallUnit: boolean;
  /** The drivers that this customer gave 1 to 3. */
  poor: Driver[];
}

/** One customer's answers; `comment` is null as well when the unit has too few comments to show any. */
export interface ResponseRow extends Omit<Comment, 'comment' | 'poor'>, Record<Driver, number | null> {
  id: number;
  comment: string | null;
  commentsShown: boolean;
  /** Whether the customer may be asked further; null when nobody said. */
  mayContact: boolean | null;
  /** There were words once, and their time is over; null where there never were any. */
  wordsErased: boolean | null;
  /** What it said before it was corrected, oldest first; null when it never was. */
  replaced: Replaced[] | null;
}

/** Which answers of a unit, by London days. */
export interface ResponseFilter extends Days, AnswersAsked {
  unitId: number;
}

/** Single answers and words of customers: within reach, up to now, and words only where a unit has at least five. */
@Injectable()
export class CommentsQueries {
  constructor(private readonly db: Database) {}

  /** The newest comments of each of these units, at most `each` of one; none of a unit with fewer than five in all. */
  latest(actor: Actor, unitIds: readonly number[], each: number, now: Date): Promise<Comment[]> {
    return this.db.planned<Comment>(
      `select reach.unit_id as "unitId", said.answered_at as "answeredAt", said.ease, said.emotion, said.comment, it.small_unit as "smallUnit", said.poor
         from units_in_reach($1, $2, $3, $4, $5::date) reach
         cross join lateral (select ${SMALL_UNIT('$7', '$5')} as small_unit offset 0) it
         cross join lateral (
           select r.answered_at, r.ease, r.emotion, r.comment, ${POOR} as poor from survey_response r
            where r.unit_id = reach.unit_id and r.answered_at <= $7 and r.comment <> ''
            order by r.answered_at desc, r.id desc limit $8) said
        where reach.unit_id = any ($6) and ${ENOUGH_COMMENTS}
        order by reach.unit_id, said.answered_at desc`,
      [...reachParams(actor.reach, londonDate(now)), unitIds, now, each],
    );
  }

  /** Answers of one unit, newest first; of a small one month by month. */
  async responses(actor: Actor, filter: ResponseFilter, now: Date, limit: number, offset: number) {
    const small = await this.isSmall(filter.unitId, now);
    return this.db.planned<ResponseRow>(
      `${ROWS} ${small ? `where ${IN_LAST_MONTHS}` : ''} ${inOrder(small)} limit $12 offset $13`,
      [...responseParams(actor, filter, now), limit, offset],
    );
  }

  /** All of them, read as they are taken. */
  async *streamResponses(actor: Actor, filter: ResponseFilter, now: Date): AsyncGenerator<ResponseRow, void> {
    const small = await this.isSmall(filter.unitId, now);
    yield* this.db.stream<ResponseRow>(`${ROWS} ${inOrder(small)}`, responseParams(actor, filter, now));
  }

  /** Whether so few answer or work at a unit that a day could give a customer away. */
  async isSmall(unitId: number, now: Date): Promise<boolean> {
    const [row] = await this.db.planned<{ small: boolean }>(
      `select ${SMALL_UNIT('$2', '$3')} as small from (select $1::int as unit_id) reach`,
      [unitId, now, londonDate(now)],
    );
    return row?.small ?? true;
  }

  async countResponses(actor: Actor, filter: ResponseFilter, now: Date): Promise<number> {
    const row = await this.db.one<{ n: number }>(
      `select count(*)::int as n from ${RESPONSES}`,
      responseParams(actor, filter, now),
    );
    return row?.n ?? 0;
  }
}

/** The drivers outside the top two boxes. */
const POOR = `array_remove(array[${DRIVERS.map((driver) => `case when r.${driver} <= 3 then '${driver}' end`).join(', ')}], null)`;

/** Whether a unit has enough comments by now for any of them to be shown; $7 is now. */
const ENOUGH_COMMENTS = `(select count(*) from (select from survey_response c where c.unit_id = reach.unit_id
    and c.answered_at <= $7 and c.comment is not null limit ${FEWEST_COMMENTS}) counted) = ${FEWEST_COMMENTS}`;

/** Fewer colleagues than this know most customers by name. */
const SMALLEST_TEAM = 5;

/**
 * Whether so few answered in the last 13 weeks, or so few work there, that a day could give a customer away. Asked once a unit
 * (`offset 0`), not once an answer, and by statements that are planned with their day: without it nobody knows how many are on
 * leave, and all of them are met for each colleague.
 */
export const SMALL_UNIT = (
  now: string,
  today: string,
) => `((select count(*) < ${FEWEST_FOR_A_FIRM_SCORE} from (select from survey_response c where c.unit_id = reach.unit_id
    and c.answered_at <= ${now} and c.answered_at > ${now}::timestamptz - interval '91 days' limit ${FEWEST_FOR_A_FIRM_SCORE}) counted)
    or (select count(*) between 1 and ${SMALLEST_TEAM - 1}
          from (select from in_post(${today}::date) post where post.unit_id = reach.unit_id limit ${SMALLEST_TEAM}) colleagues))`;

/** Whether the question named by $11 was answered. */
const ANSWERED = `case $11 ${QUESTIONS.map((question) => `when '${question}' then r.${question}`).join(' ')} end is not null`;

const RESPONSES = `units_in_reach($1, $2, $3, $4, $5::date) reach
        cross join lateral (select ${ENOUGH_COMMENTS} as comments, ${SMALL_UNIT('$7', '$5')} as small_unit offset 0) enough
         join survey_response r on r.unit_id = reach.unit_id and r.answered_at <= $7
        and ($8::timestamptz is null or r.answered_at >= $8) and ($9::timestamptz is null or r.answered_at <= $9)
        and reach.unit_id = $6 and ($10::smallint is null or r.emotion = $10)
        and ($11::text is null or ${ANSWERED})`;

const MARKS = ['ease', 'emotion', ...DRIVERS].map((mark) => `'${mark}', h.old -> '${mark}'`).join(', ');

const REPLACED = `(
           select json_agg(json_build_object('at', h.replaced_at,
                             'marks', case when h.old ? 'answered_at' then json_build_object(${MARKS}) end) order by h.id)
             from survey_response_history h where h.response_id = r.id)`;

const ROWS = `
  select r.id, r.unit_id as "unitId", r.answered_at as "answeredAt", r.ease, r.emotion,
         ${DRIVERS.map((driver) => `r.${driver}`).join(', ')},
         enough.small_unit as "smallUnit", enough.comments as "commentsShown",
         case when enough.comments then nullif(r.comment, '') end as comment, r.comment = '' as "wordsErased", r.may_contact as "mayContact",
         ${REPLACED} as replaced
    from ${RESPONSES}`;

/** The order within a month would tell the week, beside the weeks that the unit's page counts. */
const inOrder = (small: boolean) =>
  `order by ${small ? monthAt('r.answered_at', 'r.id') : 'r.answered_at'} desc, r.id desc`;

/** From the month on that the last of a page of $12 after $13 is in, so that no earlier one has to be put in order. */
const IN_LAST_MONTHS = `r.answered_at >= coalesce((
    select date_trunc('month', last.answered_at, 'Europe/London')
      from (select r.answered_at from ${RESPONSES} order by r.answered_at desc, r.id desc
             limit 1 offset $12::bigint + $13::bigint - 1) last), '-infinity')`;

function responseParams(actor: Actor, { unitId, from, to, answered, felt }: ResponseFilter, now: Date): unknown[] {
  const between = [from && startOfLondonDay(from), to && endOfLondonDay(to)];
  return [
    ...reachParams(actor.reach, londonDate(now)),
    unitId,
    now,
    ...between,
    felt && EMOTION_VALUES[felt],
    answered,
  ];
}
