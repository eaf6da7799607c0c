import { Injectable } from '@nestjs/common';
import { audienceOf, type Audience, type UnitAudience } from '../../assignments/assigning/audience.js';
import { AudienceQueries } from '../../assignments/assigning/audience.queries.js';
import { type ClashingDay, ClashingDays } from '../../assignments/assigning/clashing-days.service.js';
import type { CourseCard } from '../../courses/course-version.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { addDays } from '../../platform/dates.js';
import { PlanAreasQueries, type PlanBeside } from './plan-areas.queries.js';
import { wavesOf } from './plan-lot.js';
import { type Lot, PlanLots, toDeal } from './plan-lots.service.js';
import { type Part, partsOfLot } from './plan-parts.js';
import { type Power, powerOfLot } from './plan-power.js';
import { type WhatIf, whatIf } from './plan-what-if.js';
import type { PlanChoice } from './wave-plan.js';

/** What a plan would come to, before it is made. */
export interface Preview extends Lot {
  course: CourseCard;
  parts: Part[];
  power: Power | null;
  whatIf: WhatIf[];
  /** Of those in the waves. */
  audience: Audience;
  /** How many would go above the weekly budget if they were asked today. */
  aboveBudget: number;
  /** Days from the first Monday until the last is due on which the same people have something else to do. */
  clashes: ClashingDay[];
  beside: PlanBeside[];
}

@Injectable()
export class PlanPreview {
  constructor(
    private readonly lots: PlanLots,
    private readonly queries: PlanAreasQueries,
    private readonly audience: AudienceQueries,
    private readonly clashing: ClashingDays,
    private readonly clock: Clock,
  ) {}

  /** @throws RuleBroken with the field it is about when there are too few areas */
  async of(actor: Actor, choice: PlanChoice, course: CourseCard): Promise<Preview> {
    const lot = await this.lots.draw(choice);
    const now = this.clock.now();
    const inWaves = lot.drawn.areas.filter(({ wave }) => wave !== null).flatMap(({ unitIds }) => unitIds);
    const dueOn = addDays(this.clock.today(), choice.daysGiven);
    const [people, load, clashes, beside] = await Promise.all([
      this.audience.byUnit(everybodyAt(lot.drawn.areas.flatMap(({ unitIds }) => unitIds)), choice.courseId, now),
      this.audience.load(everybodyAt(inWaves), course, dueOn, now),
      this.clashing.between(actor, choice.firstMonday, lastDueOn(choice)),
      this.queries.beside(
        choice.courseId,
        lot.areas.map(({ areaId }) => areaId),
      ),
    ]);
    return {
      ...lot,
      ...{ course, clashes, beside, aboveBudget: load.above },
      ...measured(lot),
      parts: partsOfLot(lot.drawn, lot.areas, people),
      audience: audienceOf(peopleAt(people, inWaves)),
    };
  }

  /** What else could be planned. */
  async whatIf(choice: PlanChoice): Promise<WhatIf[]> {
    return measured(await this.lots.draw(choice)).whatIf;
  }
}

function measured({ drawn, areas, heard }: Lot) {
  return {
    power: powerOfLot(wavesOf(drawn.areas), drawn.waves, heard, drawn.weeksBetween),
    whatIf: whatIf(drawn, areas.map(toDeal), heard),
  };
}

const lastDueOn = ({ firstMonday, waves, weeksBetween, daysGiven }: PlanChoice) =>
  addDays(firstMonday, 7 * weeksBetween * (waves - 1) + daysGiven);

const everybodyAt = (unitIds: number[]) => ({
  ...{ unitIds, areaIds: [], regionIds: [], network: false, roles: null, personIds: [] },
});

function peopleAt(people: readonly UnitAudience[], unitIds: readonly number[]): UnitAudience[] {
  const chosen = new Set(unitIds);
  return people.filter(({ unitId }) => chosen.has(unitId));
}
