/** Kinds of units, and whether they are open, in words. */
import { msg, t } from '../../platform/language/t.js';
import { sayFullDate } from '../../platform/say.js';
import type { Nation, UnitKind } from '../imports/codes.js';
import type { AreaNode, UnitNode } from './tree.queries.js';

const KIND_WORDS: Record<UnitKind, string> = {
  branch: msg('Branch'),
  paymentPoint: msg('Payment point'),
  contactCentre: msg('Contact centre'),
  department: msg('Department'),
};

const NATION_WORDS: Record<Nation, string> = {
  england: msg('England'),
  wales: msg('Wales'),
  scotland: msg('Scotland'),
  northernIreland: msg('Northern Ireland'),
};

export const sayKind = (kind: UnitKind): string => t(KIND_WORDS[kind]);
export const sayNation = (nation: Nation): string => t(NATION_WORDS[nation]);

interface Stands extends Pick<UnitNode | AreaNode, 'standing' | 'from' | 'to'> {
  mergedInto?: { name: string } | null;
}

/** 'Closed on 30 September 2026', 'Opens on 1 March 2027'; null for a place that is open. */
export function sayStanding({ standing, from, to, mergedInto }: Stands): string | null {
  if (standing === 'coming') return t('Opens on {day}', { day: sayFullDate(from) });
  if (standing !== 'closed' || to === null) return null;
  const day = sayFullDate(to);
  return mergedInto
    ? t('Closed on {day} and merged into {name}', { day, name: mergedInto.name })
    : t('Closed on {day}', { day });
}
