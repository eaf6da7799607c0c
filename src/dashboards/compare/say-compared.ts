/** The words of a comparison: kinds, places in the funnel, scores with their intervals. */
import { placeOfZ } from '../../feedback/metrics/fair.js';
import type { FunnelPlace } from '../../statistics/funnel.js';
import { type Score, scoreOf } from '../../feedback/metrics/score.js';
import type { ComparedUnit } from '../../feedback/standings/compared.queries.js';
import type { UnitKind } from '../../network/imports/codes.js';
import { msg, t } from '../../platform/language/t.js';
import { sayScore } from '../../platform/say.js';
import { sayInterval } from '../say-change.js';

interface KindWords {
  title: string;
  many: string;
}

export const KIND_WORDS: Record<UnitKind, KindWords> = {
  branch: { title: msg('Compare branches'), many: msg('Branches') },
  paymentPoint: { title: msg('Compare payment points'), many: msg('Payment points') },
  contactCentre: { title: msg('Compare contact centres'), many: msg('Contact centres') },
  department: { title: msg('Compare departments'), many: msg('Departments') },
};

/** 'Clearly' is outside of the limits of 99.8 %, and nothing less. */
const PLACE_WORDS: Record<FunnelPlace, string> = {
  low: msg('Clearly below'),
  ratherLow: msg('Rather below, perhaps by chance'),
  inside: msg('As expected'),
  ratherHigh: msg('Rather above, perhaps by chance'),
  high: msg('Clearly above'),
};

export const sayPlace = (z: number): string => t(PLACE_WORDS[placeOfZ(z)]);

/** The score of its own answers alone. */
export function ownScore({ n, top }: Pick<ComparedUnit, 'n' | 'top'>): Score | null {
  return scoreOf({ n, top, sum: 0 });
}

/** '71.2 (68.0 to 74.4)'. */
export function sayWithRange(score: { value: number; low: number; high: number } | null): string {
  return score ? t('{score} ({range})', { score: sayScore(score.value), range: sayInterval(score) }) : '–';
}
