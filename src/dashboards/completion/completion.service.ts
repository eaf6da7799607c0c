import { Injectable } from '@nestjs/common';
import type { AreaScope } from '../../feedback/rollups/place-weeks.queries.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { endOfLondonDay, type IsoDate, londonDate } from '../../platform/dates.js';
import type { Assigned } from '../assigned-completion.js';
import { AssignedCompletionQueries } from '../assigned-completion.queries.js';
import { type CourseShare, CourseShareQueries } from '../course-share.queries.js';
import { type CompletionCount, CompletionCountsQueries, type KeptCounts } from './completion-counts.queries.js';

/** Whose completion, and as of when. */
export interface CompletionAsked {
  actor: Actor;
  scope: AreaScope;
  moment: Date;
  /** The day on which the actor has to reach the place. */
  today: IsoDate;
}

type Kept = KeptCounts & { ofToday: boolean };

export const COUNT_COMPLETION = 'dashboards.countCompletionOfDay';

const MINUTE = 60_000;
/** Older counts are not shown: of today, because the job has stopped; of a day of the past, because postings are corrected. */
const GOOD_FOR = { today: 30 * MINUTE, past: 24 * 60 * MINUTE };

const EVERYBODY = { reach: { network: true, regionIds: [], areaIds: [], unitIds: [] } };

/**
 * Both completion rates of regions, of the areas of a region, and of the network. A large network is counted beforehand, every
 * few minutes by a job, and the pages say when; a small one at every look.
 */
@Injectable()
export class Completion {
  constructor(
    private readonly counted: CompletionCountsQueries,
    private readonly assigned: AssignedCompletionQueries,
    private readonly courses: CourseShareQueries,
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Requirements by place; those where nothing is due are absent. */
  async assignedBy(level: 'area' | 'region', asked: CompletionAsked): Promise<Map<number, Assigned>> {
    const kept = await this.kept(level, asked);
    if (!kept) return this.assigned.by(level, asked.actor, asked.scope, asked.moment, asked.today);
    return new Map(kept.counts.filter(({ due }) => due > 0).map((count) => [count.id, count]));
  }

  /** Course completion by place; those without anybody in post are absent. */
  async coursesBy(level: 'area' | 'region', asked: CompletionAsked): Promise<Map<number, CourseShare>> {
    const kept = await this.kept(level, asked);
    if (!kept) return this.courses.by(level, asked.actor, asked.scope, asked.moment, asked.today);
    return new Map(kept.counts.filter(({ inPost }) => inPost > 0).map((count) => [count.id, shareOf([count], kept)]));
  }

  /** Course completion of everything in scope together. */
  async coursesOf(asked: CompletionAsked): Promise<CourseShare> {
    const kept = await this.kept('region', asked);
    if (!kept) return this.courses.of(asked.actor, asked.scope, asked.moment, asked.today);
    return shareOf(kept.counts, kept);
  }

  /** Counts the whole network as of a day and keeps it. */
  async count(day: IsoDate): Promise<void> {
    const now = this.clock.now();
    const moment = this.momentOf(day);
    const [assigned, shares] = await Promise.all([
      this.assigned.by('area', EVERYBODY, {}, moment),
      this.courses.by('area', EVERYBODY, {}, moment, day),
    ]);
    const counts = [...new Set([...assigned.keys(), ...shares.keys()])].map((id) => {
      const { due, finished, overdue = 0 } = assigned.get(id) ?? { due: 0, finished: 0 };
      const { inPost, done } = shares.get(id) ?? { inPost: 0, done: 0 };
      return { id, due, finished, overdue, inPost, done };
    });
    const courses = Math.max(0, ...[...shares.values()].map((share) => share.courses));
    await this.db.write((tx) => this.counted.keep(tx, day, { countedAt: now, courses, counts }));
  }

  /** Keeps today counted in a large network, and lets go of days that were asked for long ago. */
  async keepUp(): Promise<void> {
    if (await this.counted.isLarge()) await this.count(this.clock.today());
    await this.db.write((tx) => this.counted.forget(tx, new Date(this.clock.now().getTime() - GOOD_FOR.past)));
  }

  /** An area is counted at each look: its people are few, and its manager has just seen one of them finish. */
  private async kept(level: 'area' | 'region', { actor, scope, moment }: CompletionAsked): Promise<Kept | null> {
    if (scope.areaId !== undefined) return null;
    const day = londonDate(moment);
    const now = this.clock.now();
    const ofToday = day === londonDate(now);
    const goodFor = ofToday ? GOOD_FOR.today : GOOD_FOR.past;
    const found = await this.counted.kept(level, actor, scope, {
      day,
      from: new Date(now.getTime() - goodFor),
      to: now,
    });
    if (!found && (await this.counted.isLarge())) await this.askFor(day, now);
    return found && { ...found, ofToday };
  }

  /** Who looks first at a day waits for the count; whoever follows within the hour does not. */
  private askFor(day: IsoDate, now: Date): Promise<void> {
    const scheduleKey = `${COUNT_COMPLETION} ${day} ${now.toISOString().slice(0, 13)}`;
    return this.db.write((tx) => tx.enqueue(COUNT_COMPLETION, { day }, { scheduleKey }));
  }

  private momentOf(day: IsoDate): Date {
    return day === this.clock.today() ? this.clock.now() : endOfLondonDay(day);
  }
}

/** When a day of the past was counted is nobody's business: it is over. */
function shareOf(counts: readonly CompletionCount[], { courses, countedAt, ofToday }: Kept): CourseShare {
  const sum = (of: 'inPost' | 'done') => counts.reduce((total, count) => total + count[of], 0);
  const inPost = sum('inPost');
  return { courses, inPost, done: sum('done'), possible: courses * inPost, ...(ofToday && { countedAt }) };
}
