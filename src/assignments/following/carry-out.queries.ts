import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

export const CARRY_OUT = 'assignments.carryOut';

export interface CarryingOut {
  done: number;
  total: number;
  /** It failed time after time; an administrator sees it. */
  stopped: boolean;
}

@Injectable()
export class CarryOutQueries {
  constructor(private readonly db: Database) {}

  /** How far the oldest change of an assignment is that is not carried out; null when all are. */
  of(assignmentId: number): Promise<CarryingOut | null> {
    return this.db.one<CarryingOut>(
      `select done, total, stopped
         from (select ${PROGRESS}, false as stopped from job where ${MINE} and parked_at is null
               union all
               select ${PROGRESS}, true from job where ${MINE} and parked_at is not null) waiting
        order by id limit 1`,
      [assignmentId],
    );
  }
}

const PROGRESS = `id, progress_done as done, coalesce(progress_total, (body ->> 'people')::bigint) as total`;

/** In two halves, because an index holds each of them. */
const MINE = `kind = '${CARRY_OUT}' and done_at is null and (body -> 'change' ->> 'assignmentId')::int = $1`;
