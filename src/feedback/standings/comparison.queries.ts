import { Injectable } from '@nestjs/common';
import type { UnitKind } from '../../network/imports/codes.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { IsoDate } from '../../platform/dates.js';
import type { Measure } from './measures.js';
import type { StandingModel } from './model.js';

/** A unit's answers in the order of the measures: ease over its period, the drivers over a year. */
export interface UnitAnswers {
  unitId: number;
  kind: UnitKind;
  areaId: number;
  n: number[];
  top: number[];
}

/** What a unit came to, in the same order; null where there are too few answers. */
export interface UnitCompared extends Pick<UnitAnswers, 'unitId' | 'kind' | 'n' | 'top'> {
  fair: (number | null)[];
  low: (number | null)[];
  high: (number | null)[];
  z: (number | null)[];
}

export interface KeptModel extends StandingModel {
  kind: UnitKind;
  measure: Measure;
}

@Injectable()
export class ComparisonQueries {
  constructor(private readonly db: Database) {}

  /** Whether a standing was kept after its week was compared, or before it ever was. */
  async isDue(week: IsoDate): Promise<boolean> {
    const row = await this.db.one<{ due: boolean }>(
      'select exists (select from unit_standing where week = $1 and fair is null) as due',
      [week],
    );
    return row?.due ?? false;
  }

  /** All units that stand somewhere on a day and whose standing at the week is kept. One comparison of a week at a time. */
  async answers(tx: Tx, week: IsoDate, today: IsoDate): Promise<UnitAnswers[]> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('feedback.comparison'))`);
    return tx.query<UnitAnswers>(
      `select s.unit_id as "unitId", u.kind, place.area_id as "areaId",
              s.ease_n || s.drivers_n as n, s.ease_top || s.drivers_top as top
         from unit_standing s join unit u on u.id = s.unit_id
         join unit_place place on place.unit_id = s.unit_id and place.valid @> $2::date
        where s.week = $1 order by s.unit_id`,
      [week, today],
    );
  }

  /** Rows that say the same already, or whose answers have moved meanwhile, are left alone. */
  async keep(tx: Tx, week: IsoDate, compared: readonly UnitCompared[]): Promise<void> {
    await tx.query(
      `update unit_standing s set compared_as = c.kind, fair = c.fair, fair_low = c.low, fair_high = c.high, funnel_z = c.z
         from jsonb_to_recordset($2) as c ("unitId" int, kind text, n int[], top int[], fair real[], low real[], high real[], z real[])
        where s.week = $1 and s.unit_id = c."unitId" and s.ease_n || s.drivers_n = c.n and s.ease_top || s.drivers_top = c.top
          and (s.compared_as, s.fair, s.fair_low, s.fair_high, s.funnel_z) is distinct from (c.kind, c.fair, c.low, c.high, c.z)`,
      [week, JSON.stringify(compared)],
    );
  }

  /** Where units are in the funnel by their ease, for as long as anybody asks how often one was outside of it. */
  async keepFunnel(tx: Tx, week: IsoDate): Promise<void> {
    await tx.query(
      `delete from unit_funnel_week f where f.week = $1 and not exists (
         select from unit_standing s where s.unit_id = f.unit_id and s.week = f.week and s.funnel_z[1] is not null)`,
      [week],
    );
    await tx.query(
      `insert into unit_funnel_week as kept (unit_id, week, responses, ease_n, ease_top, z)
       select unit_id, week, responses, ease_n, ease_top, funnel_z[1] from unit_standing
        where week = $1 and funnel_z[1] is not null order by unit_id
       on conflict (unit_id, week) do update set responses = excluded.responses, ease_n = excluded.ease_n,
         ease_top = excluded.ease_top, z = excluded.z
        where (kept.responses, kept.ease_n, kept.ease_top, kept.z)
          is distinct from (excluded.responses, excluded.ease_n, excluded.ease_top, excluded.z)`,
      [week],
    );
  }

  async keepModels(tx: Tx, week: IsoDate, models: readonly KeptModel[]): Promise<void> {
    const rows = models.map(({ kind, measure, units, answers, funnel, correlation, withinAreas }) => ({
      ...{ week, kind, measure, units, answers, centre: funnel.centre, between_units: funnel.between, correlation },
      ...{ within_areas: withinAreas, worked_out_at: tx.now },
    }));
    await tx.query('delete from standing_model where week = $1', [week]);
    await tx.query('insert into standing_model select * from jsonb_populate_recordset(null::standing_model, $1)', [
      JSON.stringify(rows),
    ]);
  }
}
