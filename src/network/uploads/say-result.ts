import { msg, t } from '../../platform/language/t.js';
import { sayFullDate, sayNumber } from '../../platform/say.js';
import { isDay } from '../imports/days.js';
import type { Difference, ImportResult } from '../imports/import-result.js';
import type { ReportKind } from '../imports/report-row.js';

/** The counts of an import, or of its dry run, side by side. */
export function presentCounts(result: ImportResult) {
  const fact = (label: string, n: number) => ({ label, value: sayNumber(n), note: null, path: null });
  return [
    fact(t('Rows read'), result.read),
    fact(sayKindOfRow('new'), result.new),
    fact(sayKindOfRow('moved'), result.moved),
    fact(sayKindOfRow('changed'), result.changed),
    fact(t('Unchanged'), result.unchanged),
    ...(result.snapshot ? [fact(sayKindOfRow('ended'), result.snapshot.ends)] : []),
    fact(sayKindOfRow('rejected'), result.rejected),
  ];
}

const KINDS_OF_ROWS: Record<ReportKind, string> = {
  new: msg('New'),
  moved: msg('Moved'),
  changed: msg('Changed'),
  ended: msg('Ended'),
  rejected: msg('Rejected'),
};

export const sayKindOfRow = (kind: ReportKind): string => t(KINDS_OF_ROWS[kind]);

/** What a row would do, as somebody would say it. */
export function sayDifference(difference: Difference): string {
  const { merger } = difference;
  if (!merger) return sayChange(difference);
  const values = { name: merger.name, day: sayFullDate(merger.on) };
  const where = merger.undone
    ? t('No longer merged into {name} on {day}', values)
    : t('Merged into {name} on {day}', values);
  return difference.change === 'changed'
    ? where
    : t('{change}. {merger}', { change: sayChange(difference), merger: where });
}

function sayChange({ change, was, now, from }: Difference): string {
  const day = isDay(from) ? sayFullDate(from) : from;
  if (change === 'new') return t('At {place} from {day}', { place: now, day });
  if (change === 'ended') return t('At {place}: ends, because the file does not name it', { place: now });
  if (change === 'changed') return t('At {place}: name, role or days change', { place: now });
  return was === null
    ? t('Moves to {place} on {day}', { place: now, day })
    : t('Moves from {was} to {place} on {day}', { was, place: now, day });
}
