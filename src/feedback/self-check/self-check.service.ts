import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { LOG, type Log } from '../../platform/log.js';
import { SettingsQueries } from '../../platform/settings.queries.js';
import { MOVE_ANSWERS } from '../rollups/moving-answers.jobs.js';
import { type CountedName, rebuild, rebuildQuarters, rebuildWeeks } from '../rollups/rebuild.queries.js';
import { type Checked, SelfCheckQueries } from './self-check.queries.js';

/**
 * The last check of the rollups: when, over how many unit weeks, and how many of them were wrong; over area days; and over the
 * places of units, of which those that changed past the imports are moved by a job.
 */
export interface SelfCheckResult extends Checked {
  areaDays: Checked;
  /** Of areas and regions, and quarters of units; absent in old results. */
  weeks?: Checked;
  places: Checked;
  /** Cells that were counted anew: all wrong ones of every unit and area of which one was found; absent in old results. */
  repaired?: number;
  /** ISO time. */
  checkedAt: string;
}

const SETTING = 'feedback.selfCheck';
/**
 * How many cells are drawn; fewer area days, each is counted from the answers of forty units. Of units, of areas and of regions
 * so many are drawn with all their quarters or weeks.
 */
const SAMPLE = { unitWeeks: 200, areaDays: 50, weeksOf: 2 };

/** Keeps the promise that a figure is the sum of the answers behind it, and says when it was last kept. */
@Injectable()
export class SelfCheck {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queries: SelfCheckQueries,
    private readonly settings: SettingsQueries,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async run(sample = SAMPLE): Promise<SelfCheckResult> {
    const { places: units, ...unitWeeks } = await this.queries.compareUnitWeeks(sample.unitWeeks);
    const { places: areas, ...areaDays } = await this.queries.compareAreaDays(sample.areaDays);
    const places = await this.queries.comparePlaces();
    const repaired = (await this.repair('unit_week', units)) + (await this.repair('area_day', areas));
    const { units: quarterly, areas: weekly, regions, ...weeks } = await this.queries.compareWeeks(sample.weeksOf);
    const added = (await this.repairQuarters(quarterly)) + (await this.repairWeeks(weekly, regions));
    const result = {
      checkedAt: this.clock.now().toISOString(),
      ...unitWeeks,
      ...{ areaDays, weeks, places, repaired: repaired + added },
    };
    await this.db.write(async (tx) => {
      await this.settings.save(tx, SETTING, result);
      if (places.differences > 0) await tx.enqueue(MOVE_ANSWERS, {});
    });
    return result;
  }

  private async repairQuarters(unitIds: readonly number[]): Promise<number> {
    if (unitIds.length === 0) return 0;
    const cells = await this.db.write((tx) => rebuildQuarters(tx, unitIds));
    this.log.error({ unitIds, cells }, 'Quarters were not the sum of their weeks and have been added up anew.');
    return cells;
  }

  private async repairWeeks(areaIds: readonly number[], regionIds: readonly number[]): Promise<number> {
    if (areaIds.length + regionIds.length === 0) return 0;
    const cells = await this.db.write((tx) => rebuildWeeks(tx, areaIds, regionIds));
    this.log.error({ areaIds, regionIds, cells }, 'Weeks were not the sum of their days and have been added up anew.');
    return cells;
  }

  /** Null when no check has run yet. */
  last(): Promise<SelfCheckResult | null> {
    return this.settings.read<SelfCheckResult>(SETTING);
  }

  /** Where one cell of a place is wrong, others may be: all of them are counted anew. */
  private async repair(rollup: CountedName, placeIds: readonly number[]): Promise<number> {
    if (placeIds.length === 0) return 0;
    const cells = await this.db.write((tx) => rebuild(tx, rollup, placeIds));
    this.log.error(
      { rollup, placeIds, cells },
      'Figures were not the sum of their answers and have been counted anew.',
    );
    return cells;
  }
}
