/** What a unit merged into and what came to it, in sentences for its pages. */
import { addDays, type IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate } from '../../platform/say.js';
import { networkUnitPath } from '../paths.js';
import type { MergedWith } from './mergers.queries.js';

/** A sentence whose unit is a link where it can be opened. */
export interface SaidMerger {
  name: string;
  path: string | null;
  words: string;
}

/** Beside the name of what a unit went into: 'Merged into it at the end of 14 March 2027'. */
export function saidInto(merger: MergedWith, today: IsoDate): SaidMerger {
  const values = { day: sayFullDate(merger.on) };
  const words =
    merger.on < today
      ? t('Merged into it at the end of {day}', values)
      : t('Merges into it at the end of {day}', values);
  return { ...linked(merger), words };
}

/** Beside the name of what came to a unit: 'Part of it since 15 March 2027'. */
export function saidFrom(merger: MergedWith, today: IsoDate): SaidMerger {
  const first = addDays(merger.on, 1);
  const values = { day: sayFullDate(first) };
  return {
    ...linked(merger),
    words: first <= today ? t('Part of it since {day}', values) : t('Part of it from {day}', values),
  };
}

function linked({ code, name, reached }: MergedWith): Pick<SaidMerger, 'name' | 'path'> {
  return { name: t('{name} ({code})', { name, code }), path: reached ? networkUnitPath(code) : null };
}
