/** Asks the product for every report, at every level, and hands back plain numbers by place. */
import { ParticipationQueries } from '../../src/campaigns/participation.queries.js';
import { AssignedCompletionQueries } from '../../src/dashboards/assigned-completion.queries.js';
import { CourseShareQueries } from '../../src/dashboards/course-share.queries.js';
import { type Counts, NO_COUNTS } from '../../src/feedback/metrics/counts.js';
import { PlaceWeeksQueries } from '../../src/feedback/rollups/place-weeks.queries.js';
import { PlaceUnitsQueries } from '../../src/feedback/rollups/place-units.queries.js';
import { CourseCompletionQueries } from '../../src/learning/course-completion.queries.js';
import { UnitLearningQueries } from '../../src/learning/unit-learning.queries.js';
import { NetworkQueries } from '../../src/network/network.queries.js';
import type { Actor } from '../../src/platform/actor.js';
import { endOfLondonDay } from '../../src/platform/dates.js';
import type { TestApp } from '../support/app.js';
import { type Asked, dateOf, THEME_DAYS, TODAY } from './history.js';
import type { Counted } from './model.js';
import type { Ids } from './telling.js';

export type Level = 'region' | 'area' | 'unit';
/** Figures by the number that a place has in the history. */
export type ByPlace<T> = Map<number, T>;

export class Reports {
  constructor(
    private readonly app: TestApp,
    private readonly ids: Ids,
    private readonly analyst: Actor,
  ) {}

  /** Answers by region, by area, or by unit within one area. */
  async answers(level: 'region' | 'area', asked: Asked, inRegion?: number): Promise<ByPlace<Counted>> {
    const scope = inRegion === undefined ? {} : { regionId: this.ids.regions[inRegion]! };
    const sums = await this.app.nest
      .get(PlaceWeeksQueries)
      .sums({ actor: this.analyst, scope, today: TODAY }, level, { now: weeksOf(asked) });
    return this.byNumber(level, sums, ({ now }) => counted(now));
  }

  async answersOfUnits(area: number, asked: Asked): Promise<ByPlace<Counted>> {
    const areaId = this.ids.areas[area]!;
    const sums = await this.app.nest
      .get(PlaceUnitsQueries)
      .sums({ actor: this.analyst, areaId, today: TODAY }, { now: weeksOf(asked) });
    return this.byNumber('unit', sums, ({ now }) => counted(now));
  }

  /** The same weeks one by one, added up: what the line over time and its file show. */
  async answersWeekByWeek(asked: Asked): Promise<number> {
    const weeks = await this.app.nest
      .get(PlaceWeeksQueries)
      .series({ actor: this.analyst, scope: {}, today: TODAY }, weeksOf(asked));
    return weeks.reduce((sum, { counts }) => sum + counts.responses, 0);
  }

  async courses(day: number, level: Level | 'network', place = 0) {
    const scope = level === 'network' ? {} : { [`${level}Id`]: this.ids[`${level}s`][place] };
    const { inPost, done, possible } = await this.app.nest
      .get(CourseShareQueries)
      .of(this.analyst, scope, endOfLondonDay(dateOf(day)), TODAY);
    return { inPost, done, possible };
  }

  async coursesOfUnits(day: number) {
    const rows = await this.app.nest
      .get(CourseCompletionQueries)
      .byUnit({ unitIds: this.ids.units, courseIds: null, day: dateOf(day), now: endOfLondonDay(dateOf(day)) });
    const found: ByPlace<{ done: number; possible: number }> = new Map();
    for (const { unitId, inPost, done } of rows) {
      const unit = this.ids.units.indexOf(unitId);
      const before = found.get(unit) ?? { done: 0, possible: 0 };
      found.set(unit, { done: before.done + done, possible: before.possible + inPost });
    }
    return found;
  }

  /** People on the team that the page of a unit shows for a day; only of units that are open today, which have a page. */
  async teams(day: number): Promise<ByPlace<number>> {
    const open = await this.app.nest.get(NetworkQueries).unitsInReach(this.analyst, TODAY);
    const teams = this.app.nest.get(UnitLearningQueries);
    const sizes = await Promise.all(
      open.map(async ({ id }) => {
        const rows = await teams.team(this.analyst, id, endOfLondonDay(dateOf(day)), TODAY);
        return [this.ids.units.indexOf(id), new Set(rows.map(({ personId }) => personId)).size] as const;
      }),
    );
    return new Map(sizes);
  }

  async assigned(day: number, level: Level, scope: { areaId?: number; regionId?: number } = {}) {
    const found = await this.app.nest
      .get(AssignedCompletionQueries)
      .by(level, this.analyst, scope, endOfLondonDay(dateOf(day)), TODAY);
    return this.byNumber(level, found, ({ due, finished }) => ({ due, finished }));
  }

  async participation(day: number, level: Level) {
    const campaign = { id: this.ids.campaign, startsOn: dateOf(THEME_DAYS[0]!), endsOn: dateOf(THEME_DAYS.at(-1)!) };
    const rows = await this.app.nest
      .get(ParticipationQueries)
      .byPlace(campaign as never, this.analyst.reach, level, { day: dateOf(day), now: endOfLondonDay(dateOf(day)) });
    return new Map(
      rows.map(({ code, units, joined, people, took, lessons, pledges }) => [
        Number(code.slice(1)),
        { units, joined, people, took, lessons, pledges },
      ]),
    );
  }

  private byNumber<F, T>(level: Level, found: ReadonlyMap<number, F>, of: (figures: F) => T): ByPlace<T> {
    const ids = this.ids[`${level}s`];
    return new Map([...found].map(([id, figures]) => [ids.indexOf(id), of(figures)]));
  }
}

export const weeksOf = ({ firstWeek, lastWeek }: Asked) => ({ from: dateOf(firstWeek * 7), to: dateOf(lastWeek * 7) });

export function counted(counts: Counts = NO_COUNTS): Counted {
  const { responses, comments, ease, emotion, drivers } = counts;
  return {
    responses,
    comments,
    ease: [ease.n, ease.top, ease.sum],
    happy: emotion.delighted,
    friendly: drivers.friendly.sum,
  };
}
