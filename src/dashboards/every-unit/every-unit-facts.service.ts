import { Injectable } from '@nestjs/common';
import type { MarkedDifference } from '../../feedback/metrics/change.js';
import { NetworkQueries } from '../../network/network.queries.js';
import type { AreaPlace, RegionPlace } from '../../network/network.queries.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { type IsoDate, lastClosedWeek } from '../../platform/dates.js';
import { asOfDay, momentOf } from '../as-of/as-of.js';
import { AssignedAtPlacesQueries } from '../assigned-at-places.queries.js';
import { shareFinished } from '../assigned-completion.js';
import type { PeriodChoice } from '../period/choice.js';
import { type Stretches, stretchesOf } from '../period/stretches.js';
import type { Branch } from '../table/rows.js';
import type { UnitsAsked } from './asked.js';
import { EveryUnitQueries, type FiguresOf, type Listed } from './every-unit.queries.js';
import { marksOf } from './marks.js';
import { UnitRows } from './unit-rows.service.js';

export const UNITS_A_PAGE = 25;
const IN_A_FILE_AT_ONCE = 500;

export interface EveryUnitFacts {
  asked: UnitsAsked;
  choice: PeriodChoice;
  stretches: Stretches;
  today: IsoDate;
  asOf: IsoDate | null;
  rows: Branch[];
  total: number;
  regions: RegionPlace[];
  /** Of the region that was chosen, or of everything in reach. */
  areas: AreaPlace[];
  /** Whether there are few enough units to put them in the order of their training. */
  byTraining: boolean;
}

interface Reading {
  actor: Actor;
  figures: FiguresOf;
  stretches: Stretches;
  moment: Date;
  asked: UnitsAsked;
}

/** Gathers one page of the table of all units, or all of it for a file. */
@Injectable()
export class EveryUnitFactsService {
  constructor(
    private readonly queries: EveryUnitQueries,
    private readonly training: AssignedAtPlacesQueries,
    private readonly rows: UnitRows,
    private readonly network: NetworkQueries,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, sent: UnitsAsked, choice: PeriodChoice): Promise<EveryUnitFacts> {
    const reading = this.reading(actor, sent, choice);
    const { asked, stretches, figures } = reading;
    const [listed, total, marks, regions, areas] = await Promise.all([
      this.listed(reading, (asked.page - 1) * UNITS_A_PAGE, UNITS_A_PAGE),
      this.queries.count(figures, asked),
      this.marks(figures),
      this.network.regionsInReach(actor),
      this.network.areasInReach(actor),
    ]);
    const { today } = figures;
    return {
      ...{ asked, choice, stretches, today, total, regions, asOf: asOfDay(choice, stretches, today) },
      rows: await this.rowsOf(reading, listed, marks, asked.columns),
      areas: areas.filter(({ regionCode }) => asked.region === null || regionCode === asked.region),
      byTraining: isByTraining(actor, asked),
    };
  }

  /** Every unit asked for, some hundred at a time. */
  async *all(actor: Actor, sent: UnitsAsked, choice: PeriodChoice): AsyncGenerator<Branch, void> {
    const reading = this.reading(actor, sent, choice);
    const [listed, marks] = await Promise.all([this.listed(reading, 0, null), this.marks(reading.figures)]);
    for (let from = 0; from < listed.length; from += IN_A_FILE_AT_ONCE) {
      const some = listed.slice(from, from + IN_A_FILE_AT_ONCE);
      yield* await this.rowsOf(reading, some, marks, sent.columns);
    }
  }

  private reading(actor: Actor, sent: UnitsAsked, choice: PeriodChoice): Reading {
    const today = this.clock.today();
    const week = lastClosedWeek(today);
    const stretches = stretchesOf(choice, week);
    const { now, earlier, asNeeded } = stretches;
    const summed = asNeeded && choice.against === 'before' ? null : { now, earlier };
    const asked = sent.order === 'behind' && !isByTraining(actor, sent) ? { ...sent, order: 'low' as const } : sent;
    const moment = momentOf(asOfDay(choice, stretches, today), this.clock.now());
    return { actor, stretches, asked, moment, figures: { actor, today, week, asNeeded, summed } };
  }

  private async listed({ figures, asked, moment }: Reading, skip: number, limit: number | null): Promise<Listed[]> {
    if (asked.order !== 'behind') return this.queries.list(figures, asked, skip, limit);
    const all = await this.queries.list(figures, asked, 0, null);
    const ids = all.map(({ id }) => id);
    const training = await this.training.of('unit', ids, moment);
    const share = ({ id }: Listed) => shareFinished(training.get(id) ?? { due: 0, finished: 0 }) ?? 2;
    return all.sort((a, b) => share(a) - share(b)).slice(skip, limit === null ? undefined : skip + limit);
  }

  private async marks(figures: FiguresOf): Promise<ReadonlyMap<number, MarkedDifference>> {
    if (figures.summed && figures.summed.earlier === null) return new Map();
    return marksOf(await this.queries.compared(figures));
  }

  private async rowsOf(
    { actor, figures, stretches, moment }: Reading,
    listed: readonly Listed[],
    marks: ReadonlyMap<number, MarkedDifference>,
    columns: UnitsAsked['columns'],
  ): Promise<Branch[]> {
    if (listed.length === 0) return [];
    const ids = listed.map(({ id }) => id);
    const codes = listed.map(({ code }) => code);
    const [places, training, standings] = await Promise.all([
      this.network.unitsByCodes(actor, codes),
      this.training.of('unit', ids, moment),
      this.rows.standings(ids, { stretches, week: figures.week, today: figures.today, marks, columns }),
    ]);
    const byId = new Map(places.map((place) => [place.id, place]));
    return ids.flatMap((id) => {
      const [place, read] = [byId.get(id), standings.get(id)];
      return place && read ? [{ place, ...read, assigned: training.get(id) ?? { due: 0, finished: 0 } }] : [];
    });
  }
}

/** Who finished what is told person by person: of a region at most, at every look. */
const isByTraining = ({ reach }: Pick<Actor, 'reach'>, { region, area }: UnitsAsked): boolean =>
  !reach.network || region !== null || area !== null;
