/** Who an assignment asks. People are counted where their main posting stands today. */

export type Standing = 'onLeave' | 'done' | 'askedBefore' | 'asked';

export interface PersonFacts {
  onLeave: boolean;
  /** A completion of the course that still counts. */
  done: boolean;
  /** An unfinished requirement for the course. */
  askedBefore: boolean;
}

/**
 * Leave comes first: nobody is reminded of work while away. A completion counts, whoever asked. Who was asked before
 * keeps the earlier date and reads both reasons, so is asked again without a second item.
 */
export function standing({ onLeave, done, askedBefore }: PersonFacts): Standing {
  if (onLeave) return 'onLeave';
  if (done) return 'done';
  return askedBefore ? 'askedBefore' : 'asked';
}

/** The people of one unit by standing. */
export interface UnitAudience extends Record<Standing, number> {
  unitId: number;
  kind: string;
}

export interface Audience extends Record<Standing, number> {
  /** Who will have the course on their list because of this. */
  willBeAsked: number;
  /** Units in which at least one person is asked, and whether all of them are branches. */
  unitsAsked: number;
  onlyBranches: boolean;
}

export function audienceOf(units: readonly UnitAudience[]): Audience {
  const total = (which: Standing) => units.reduce((sum, unit) => sum + unit[which], 0);
  const asks = (unit: UnitAudience) => unit.asked + unit.askedBefore;
  const asked = units.filter((unit) => asks(unit) > 0);
  return {
    asked: total('asked'),
    askedBefore: total('askedBefore'),
    done: total('done'),
    onLeave: total('onLeave'),
    willBeAsked: units.reduce((sum, unit) => sum + asks(unit), 0),
    unitsAsked: asked.length,
    onlyBranches: asked.every((unit) => unit.kind === 'branch'),
  };
}
