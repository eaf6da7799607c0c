import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { addDays, daysBetween, type IsoDate, lastClosedWeek } from '../../platform/dates.js';
import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { sayNumber } from '../../platform/say.js';
import { type PlanArea, PlanAreasQueries } from './plan-areas.queries.js';
import { type AreaToDeal, drawPlan, lotVersion, partsOf } from './plan-lot.js';
import { type Heard, scoreOf } from './plan-power.js';
import type { DrawnPlan, PlanChoice } from './wave-plan.js';

/** A plan with its lot, and what it was drawn from. */
export interface Lot {
  drawn: DrawnPlan;
  /** In the order of `drawn.areas`. */
  areas: PlanArea[];
  heard: Heard;
  /** The last day of the weeks in `heard`. */
  heardTo: IsoDate;
}

/** Answers of so many closed weeks say how areas stand. */
const WEEKS_HEARD = 52;

/** Draws lots among the areas as they stand today. */
@Injectable()
export class PlanLots {
  constructor(
    private readonly queries: PlanAreasQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws RuleBroken with the field it is about when there are too few areas */
  async draw(choice: PlanChoice): Promise<Lot> {
    const today = this.clock.today();
    const to = lastClosedWeek(today);
    const areas = await this.queries.areas(choice, today, { from: addDays(to, -7 * (WEEKS_HEARD - 1)), to });
    enough(areas.length, partsOf(choice));
    const first = areas.reduce(
      (week, { firstWeek }) => (firstWeek !== null && firstWeek < week ? firstWeek : week),
      to,
    );
    const heard = { areas, weeks: daysBetween(first, to) / 7 + 1 };
    return { drawn: drawPlan(choice, areas.map(toDeal)), areas, heard, heardTo: addDays(to, 6) };
  }

  /** @throws RuleBroken when it is another lot than the one that was looked at */
  async drawAgain(choice: PlanChoice, version: string): Promise<DrawnPlan> {
    const { drawn } = await this.draw(choice);
    if (lotVersion(drawn) !== version)
      throw new RuleBroken(
        t(
          'Units moved or a week of answers closed since you looked, so the lot falls differently. Look at it once more.',
        ),
      );
    return drawn;
  }
}

export const toDeal = (area: PlanArea): AreaToDeal => ({
  ...{ areaId: area.areaId, regionId: area.regionId, unitIds: area.unitIds },
  score: scoreOf(area),
});

function enough(areas: number, parts: number): void {
  if (areas === 0) throw new RuleBroken(t('There is no unit of these kinds there.'), 'kinds');
  if (areas < parts)
    throw new RuleBroken(
      t(
        '{n, plural, one {There is # area there} other {There are # areas there}}: too few for {parts} parts. Choose fewer waves or more regions.',
        { n: areas, parts: sayNumber(parts) },
      ),
      'waves',
    );
}
