import { Injectable } from '@nestjs/common';
import { UNIT_KINDS } from '../../network/imports/codes.js';
import { Database } from '../../platform/database/database.js';
import type { IsoDate } from '../../platform/dates.js';
import { ComparisonQueries, type KeptModel, type UnitAnswers, type UnitCompared } from './comparison.queries.js';
import { MEASURES } from './measures.js';
import { areaPriors, type Compared, fairOf, modelOf } from './model.js';
import type { Fair } from '../metrics/fair.js';

/**
 * Holds all units of a kind against each other at a closed week. How units differ is a property of the whole set, so one unit
 * with new answers means that all are looked at again; only rows that come out otherwise are written.
 */
@Injectable()
export class Comparison {
  constructor(
    private readonly db: Database,
    private readonly queries: ComparisonQueries,
  ) {}

  async workOut(week: IsoDate, today: IsoDate): Promise<void> {
    if (!(await this.queries.isDue(week))) return;
    await this.db.write(async (tx) => {
      const units = await this.queries.answers(tx, week, today);
      const kinds = [...kindsOf(units)].map(compare);
      await this.queries.keep(
        tx,
        week,
        kinds.flatMap(({ compared }) => compared),
      );
      await this.queries.keepFunnel(tx, week);
      await this.queries.keepModels(
        tx,
        week,
        kinds.flatMap(({ models }) => models),
      );
    });
  }
}

function kindsOf(units: readonly UnitAnswers[]): Map<UnitAnswers['kind'], UnitAnswers[]> {
  return new Map(UNIT_KINDS.map((kind) => [kind, units.filter((unit) => unit.kind === kind)]));
}

function compare([kind, units]: [UnitAnswers['kind'], UnitAnswers[]]) {
  const models: KeptModel[] = [];
  const fair: (Fair | null)[][] = MEASURES.map((measure, at) => {
    const shares = units.map(({ areaId, n, top }): Compared => ({ areaId, n: n[at] ?? 0, hits: top[at] ?? 0 }));
    const model = modelOf(shares);
    if (model === null) return shares.map(() => null);
    models.push({ kind, measure, ...model });
    const priors = areaPriors(shares, model);
    return shares.map((share) => fairOf(share, model, priors));
  });
  return {
    models,
    compared: units.map((unit, row) =>
      comparedFrom(
        unit,
        fair.map((column) => column[row] ?? null),
      ),
    ),
  };
}

function comparedFrom({ unitId, kind, n, top }: UnitAnswers, fair: readonly (Fair | null)[]): UnitCompared {
  const each = (pick: (one: Fair) => number) => fair.map((one) => one && pick(one));
  const [value, low, high, z] = [
    each((one) => one.value),
    each((one) => one.low),
    each((one) => one.high),
    each((one) => one.z),
  ];
  return { unitId, kind, n, top, fair: value, low, high, z };
}
