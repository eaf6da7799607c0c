import { Injectable } from '@nestjs/common';
import type { CampaignRow } from '../../campaigns/campaigns.queries.js';
import { Clock } from '../../platform/clock.js';
import { type IsoDate, mondayOf } from '../../platform/dates.js';
import {
  type ComparedWeeks,
  comparedWeeks,
  type NoResult,
  themedWeek,
  type ThemedWeekResult,
  type WeekTotals,
} from './themed-week.js';
import { weekCautions } from './week-cautions.js';
import { holidaysIn } from './week-holidays.js';
import { type WeekAround, WeekTotalsQueries } from './week-totals.queries.js';

/** A themed week and what it comes to on the answers of today. */
export interface WeekResult {
  /** Its Monday. */
  monday: IsoDate;
  weeks: WeekTotals[];
  /** Mondays of weeks that held another campaign. */
  otherEvents: ReadonlySet<IsoDate>;
  compared: ComparedWeeks;
  around: WeekAround;
  answer: ThemedWeekResult | NoResult;
  cautions: string[];
}

/** Works out what a themed week did, for its page and for the files beside it. */
@Injectable()
export class WeekResults {
  constructor(
    private readonly totals: WeekTotalsQueries,
    private readonly clock: Clock,
  ) {}

  async of(campaign: CampaignRow): Promise<WeekResult> {
    const monday = mondayOf(campaign.startsOn);
    const [weeks, campaignWeeks, around] = await Promise.all([
      this.totals.comparable(monday, this.clock.today()),
      this.totals.campaignWeeks(),
      this.totals.around(campaign.id),
    ]);
    const otherEvents = new Set(campaignWeeks.filter((week) => week !== monday));
    const compared = comparedWeeks(weeks, monday, otherEvents);
    const places = await this.totals.places(monday, compared);
    const answer = themedWeek({ weeks, compared, ...places }, monday);
    const cautions = typeof answer === 'string' ? [] : cautionsOf(answer, monday, compared, around);
    return { monday, weeks, otherEvents, compared, around, answer, cautions };
  }
}

function cautionsOf(result: ThemedWeekResult, monday: IsoDate, { neighbours }: ComparedWeeks, around: WeekAround) {
  const holidayNeighbours = neighbours.filter((week) => holidaysIn(week).length > 0).length;
  return weekCautions({ result, ...around, holidays: holidaysIn(monday), holidayNeighbours });
}
