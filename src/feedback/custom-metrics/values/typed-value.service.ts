import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { RuleBroken } from '../../../platform/errors.js';
import { t } from '../../../platform/language/t.js';
import { startOfPeriod } from '../grain.js';
import type { Metric } from '../metric.js';
import { placeFinder } from './find-place.js';
import { KnownPlacesQueries } from './known-places.queries.js';
import { landValues, type StagedValue } from './landing.queries.js';
import { ValueImportsQueries } from './value-imports.queries.js';
import { periodProblem, readNumber, valueProblem, weightProblem } from './value-rule.js';

/** One number as somebody typed it. */
export interface Typed {
  place: string;
  day: string;
  value: string;
  weight: string;
  formToken: string;
}

/** What became of it. */
export type TypedResult = 'new' | 'changed' | 'unchanged';

/** One number for one place and period, such as the rank in an index: the same landing as a file’s. */
@Injectable()
export class TypedValues {
  constructor(
    private readonly db: Database,
    private readonly places: KnownPlacesQueries,
    private readonly imports: ValueImportsQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws RuleBroken with the field that has to be put right */
  async take(metric: Metric, typed: Typed, actorId: number): Promise<TypedResult> {
    if (metric.retiredAt !== null) throw new RuleBroken(t('This number is retired. Bring it back first.'));
    const value = await this.read(metric, typed);
    return this.db.write(async (tx) => {
      const asked = {
        metricId: metric.id,
        via: 'form',
        name: '',
        personId: actorId,
        formToken: typed.formToken,
      } as const;
      const importId = await this.imports.begin(tx, asked);
      if (importId === null) return 'unchanged';
      const landed = await landValues(tx, metric, importId, [value]);
      await this.imports.finish(tx, importId, tallyOf(landed), null);
      await tx.audit({
        actorId,
        action: 'metrics.type',
        subjectKind: 'customMetric',
        subjectId: metric.id,
        detail: { importId },
      });
      return landed.new > 0 ? 'new' : landed.changed > 0 ? 'changed' : 'unchanged';
    });
  }

  private async read(metric: Metric, typed: Typed): Promise<StagedValue> {
    const startsOn = startOfPeriod(metric.grain, typed.day);
    refuse(periodProblem(metric, startsOn, this.clock.today()), 'day');
    const known = await this.places.all(metric.level);
    const place = placeFinder(metric, known, 'code')(typed.place, startsOn);
    if ('reason' in place) throw new RuleBroken(place.reason, 'place');
    const value = readNumber(typed.value, metric.unit);
    if (value === null) throw new RuleBroken(t('Write the number as 1234.5.'), 'value');
    refuse(valueProblem(metric, value), 'value');
    const weight = metric.kind === 'average' && typed.weight !== '' ? readNumber(typed.weight) : null;
    refuse(weightProblem(metric, weight), 'weight');
    return { ...place, startsOn, value, weight };
  }
}

function refuse(problem: string | null, field: string): void {
  if (problem !== null) throw new RuleBroken(problem, field);
}

function tallyOf({ new: added, changed, unchanged }: { new: number; changed: number; unchanged: number }) {
  return { read: 1, new: added, changed, unchanged, rejected: 0 };
}
