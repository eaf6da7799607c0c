import { Injectable } from '@nestjs/common';
import { audiencesAt } from '../../feedback/custom-metrics/audience.js';
import { NumbersQueries } from '../../feedback/custom-metrics/values/reading.queries.js';
import { hull, trendWeeks } from '../period/stretches.js';
import type { ReadSection, Section, SectionAsked } from '../sections/section.js';
import { presentNumbers } from './numbers.presenter.js';

/** The section "Other numbers" of every level: one statement for all of them, whatever the number of values. */
@Injectable()
export class NumbersSection implements ReadSection {
  constructor(private readonly numbers: NumbersQueries) {}

  async of(asked: SectionAsked): Promise<Section | null> {
    const { level, scope, actor, stretches, today } = asked;
    const place = { level, id: scope.unitId ?? scope.areaId ?? scope.regionId ?? null };
    const audiences = audiencesAt(actor, await this.numbers.standsIn(place, today));
    const { now, earlier } = stretches;
    const weeks = hull([trendWeeks(now), ...(earlier ? [earlier] : [])]);
    const metrics = await this.numbers.at(place, audiences, weeks);
    return { partial: 'other-numbers', model: presentNumbers(metrics, asked) };
  }
}
