import { Injectable } from '@nestjs/common';
import { reachParams } from '../../network/reach-params.js';
import type { Reach } from '../../platform/actor.js';
import type { IsoDate } from '../../platform/dates.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { StoredMark } from './marks.js';

/** One person at one quiz version. */
export interface QuizStanding {
  quizVersionId: number;
  attempts: number;
  openAttemptId: string | null;
  /** Whole percent of the best attempt, rounded down; null before the first. */
  bestPercent: number | null;
  bestAttemptId: string | null;
  passed: boolean;
  /** The first attempt with which the grade reached the pass mark. */
  passedAttemptId: string | null;
}

export interface HandedInAttempt extends StoredMark {
  number: number;
}

export interface AttemptSummary {
  attemptId: string;
  quizVersionId: number;
  quizTitle: string;
  number: number;
  startedAt: Date;
  submittedAt: Date;
  percent: number;
  passed: boolean;
}

/** Counts only, never names: people in post within reach today. */
export interface QuizTally {
  quizVersionId: number;
  people: number;
  tried: number;
  passed: number;
}

const PERCENT = 'floor(100 * a.mark / a.max_mark)::int';

/** What other modules may ask about attempts. All of it as of `now`: later rows do not exist yet. */
@Injectable()
export class AttemptQueries {
  constructor(private readonly db: Database) {}

  /** A row for each of the quiz versions, also for those not tried. */
  standings(personId: number, quizVersionIds: readonly number[], now: Date): Promise<QuizStanding[]> {
    return this.db.query<QuizStanding>(
      `select v.id as "quizVersionId",
              count(a.id) filter (where a.submitted_at <= $3) as "attempts",
              min(a.id::text) filter (where a.submitted_at is null) as "openAttemptId",
              max(${PERCENT}) filter (where a.submitted_at <= $3) as "bestPercent",
              (array_agg(a.id order by a.mark desc, a.number) filter (where a.submitted_at <= $3))[1] as "bestAttemptId",
              coalesce(bool_or(a.passed) filter (where a.submitted_at <= $3), false) as passed,
              (array_agg(a.id order by a.number) filter (where a.passed and a.submitted_at <= $3))[1] as "passedAttemptId"
         from unnest($2::int[]) as v(id) left join attempt a on a.quiz_version_id = v.id and a.person_id = $1
        group by v.id`,
      [personId, quizVersionIds, now],
    );
  }

  /**
   * The attempts that a person has handed in at one quiz version, the earliest first.
   * @param on the transaction to read in, for a use case that goes on to write
   */
  handedIn(
    personId: number,
    quizVersionId: number,
    now: Date,
    on: Pick<Tx, 'query'> = this.db,
  ): Promise<HandedInAttempt[]> {
    return on.query<HandedInAttempt>(
      `select number, mark, max_mark as "maxMark" from attempt
        where person_id = $1 and quiz_version_id = $2 and submitted_at <= $3 order by number`,
      [personId, quizVersionId, now],
    );
  }

  /** What a person has handed in, the latest first. */
  ofPerson(personId: number, now: Date): Promise<AttemptSummary[]> {
    return this.db.query<AttemptSummary>(
      `select a.id as "attemptId", a.quiz_version_id as "quizVersionId", v.title as "quizTitle", a.number,
              a.started_at as "startedAt", a.submitted_at as "submittedAt", ${PERCENT} as percent, a.passed
         from attempt a join quiz_version v on v.id = a.quiz_version_id
        where a.person_id = $1 and a.submitted_at <= $2 order by a.submitted_at desc, a.id desc`,
      [personId, now],
    );
  }

  /** How many of the people within reach have tried and passed each quiz version. */
  tallies(reach: Reach, quizVersionIds: readonly number[], today: IsoDate, now: Date): Promise<QuizTally[]> {
    return this.db.query<QuizTally>(
      `with people as (
         select p.person_id
           from in_post($5) p join units_in_reach($1, $2, $3, $4, $5) u on u.unit_id = p.unit_id)
       select v.id as "quizVersionId", (select count(*) from people) as people,
              count(distinct a.person_id) as tried, count(distinct a.person_id) filter (where a.passed) as passed
         from unnest($6::int[]) as v(id)
         left join attempt a on a.quiz_version_id = v.id and a.submitted_at <= $7
          and a.person_id in (select person_id from people)
        group by v.id order by v.id`,
      [...reachParams(reach, today), quizVersionIds, now],
    );
  }
}
