import { Injectable } from '@nestjs/common';
import type { AreaScope } from '../../feedback/rollups/place-weeks.queries.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { momentOf } from '../as-of/as-of.js';
import type { IsoDate } from '../../platform/dates.js';
import { Completion } from '../completion/completion.service.js';
import { CourseShareQueries } from '../course-share.queries.js';
import type { PlaceFacts } from '../place-facts.js';
import type { Column } from './columns.js';
import type { NamedPlace } from './rows.js';

interface TableAsked {
  level: 'unit' | 'area' | 'region';
  scope: AreaScope;
  /** Null for a file of everything. */
  columns: readonly Column[] | null;
}

/** Reads what only some columns need, and only where they were chosen: the page of nobody's choice pays nothing for it. */
@Injectable()
export class ColumnFacts {
  constructor(
    private readonly courses: CourseShareQueries,
    private readonly completion: Completion,
    private readonly clock: Clock,
  ) {}

  /** The same facts, with the course completion of each row where its column is there. */
  async of<P extends NamedPlace, F extends PlaceFacts<P>>(actor: Actor, facts: F, asked: TableAsked): Promise<F> {
    if (asked.columns && !asked.columns.includes('courses')) return facts;
    const moment = momentOf(facts.asOf, this.clock.now());
    const shares = await this.sharesOf(actor, asked, moment, facts.today);
    const rows = facts.rows.map((row) => ({ ...row, courses: shares.get(row.place.id) }));
    return { ...facts, rows };
  }

  private sharesOf(actor: Actor, { level, scope }: TableAsked, moment: Date, today: IsoDate) {
    return level === 'unit'
      ? this.courses.by(level, actor, scope, moment, today)
      : this.completion.coursesBy(level, { actor, scope, moment, today });
  }
}
