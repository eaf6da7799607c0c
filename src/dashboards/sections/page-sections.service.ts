import { Inject, Injectable, type Type } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { lastClosedWeek } from '../../platform/dates.js';
import { asOfDay } from '../as-of/as-of.js';
import { stretchesOf } from '../period/stretches.js';
import { READ_SECTIONS } from './read-sections.js';
import type { ReadSection, Section, SectionAsked } from './section.js';

const ALL = Symbol('sections that read for themselves');

/** Reads them all at once, whatever their number. */
@Injectable()
export class PageSections {
  constructor(
    @Inject(ALL) private readonly all: readonly ReadSection[],
    private readonly clock: Clock,
  ) {}

  /** What the choice of weeks means today is worked out here. */
  async of(asked: Omit<SectionAsked, 'stretches' | 'today' | 'asOf'>): Promise<Section[]> {
    const today = this.clock.today();
    const stretches = stretchesOf(asked.choice, lastClosedWeek(today));
    const asOf = asOfDay(asked.choice, stretches, today);
    const read = await Promise.all(this.all.map((one) => one.of({ ...asked, stretches, today, asOf })));
    return read.filter((section) => section !== null);
  }
}

export const PAGE_SECTIONS = [
  ...(READ_SECTIONS as Type<ReadSection>[]),
  { provide: ALL, useFactory: (...all: ReadSection[]) => all, inject: READ_SECTIONS },
  PageSections,
];
