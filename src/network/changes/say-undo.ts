/** What undoing an import does, in sentences for the page and the terminal alike. */
import { t } from '../../platform/language/t.js';
import { POSTS } from './posts.js';
import type { PutBack, Target, UndoResult } from './undo-result.js';

/** One sentence for each thing that goes, changes back or comes back; what stays is not counted as going. */
export function sayRows({ rows, stay }: Pick<UndoResult, 'rows' | 'stay'>): string[] {
  return rows.flatMap((row) => {
    const staying = stay.find(({ target }) => target === row.target)?.n ?? 0;
    return [takenOut(row, row.out - staying), namedAsBefore(row), putBack(row)].filter((sentence) => sentence !== null);
  });
}

/** What holds what came with the import, as the modules say it. */
export function sayHolding({ holding }: Pick<UndoResult, 'holding'>, traces: TraceWords): string[] {
  return holding.map(({ target, group, n }) => traces.find(group)?.say(n) ?? sayOther(target, group, n));
}

interface TraceWords {
  find(group: string): { say(n: number): string } | null;
}

function sayOther(target: Target, group: string, n: number): string {
  if (group === POSTS) return t('{things} in which people have posts', { things: sayTarget(target, n) });
  return target === 'person'
    ? t('{n, plural, one {# has done something else here} other {# have done something else here}}', { n })
    : t('{things} in use elsewhere', { things: sayTarget(target, n) });
}

const takenOut = ({ target }: PutBack, n: number) =>
  n > 0 ? t('Taken out: {things}.', { things: sayTarget(target, n) }) : null;

const namedAsBefore = ({ target, asBefore }: PutBack) =>
  asBefore > 0 ? t('Named as before: {things}.', { things: sayTarget(target, asBefore) }) : null;

const putBack = ({ target, back }: PutBack) =>
  back > 0 ? t('Put back: {things}.', { things: sayTarget(target, back) }) : null;

function sayTarget(target: Target, n: number): string {
  return SAID[target](n);
}

const SAID: Record<Target, (n: number) => string> = {
  region: (n) => t('{n, plural, one {# region} other {# regions}}', { n }),
  area: (n) => t('{n, plural, one {# area} other {# areas}}', { n }),
  area_region: (n) => t('{n, plural, one {# area’s place in a region} other {# areas’ places in regions}}', { n }),
  unit: (n) => t('{n, plural, one {# unit} other {# units}}', { n }),
  unit_area: (n) => t('{n, plural, one {# unit’s place in an area} other {# units’ places in areas}}', { n }),
  unit_merger: (n) => t('{n, plural, one {# merger of a unit} other {# mergers of units}}', { n }),
  person: (n) => t('{n, plural, one {# person} other {# people}}', { n }),
  posting: (n) => t('{n, plural, one {# post} other {# posts}}', { n }),
};
