import { UNIT_KINDS, type UnitKind } from '../../network/imports/codes.js';
import { msg, t } from '../../platform/language/t.js';
import { sayList } from '../../platform/say.js';
import type { Audience } from '../audience.js';

/** Several of each, as an audience names them. */
export const KIND_NAMES: Record<UnitKind, string> = {
  branch: msg('Branches'),
  paymentPoint: msg('Payment points'),
  contactCentre: msg('Contact-centre teams'),
  department: msg('Head-office departments'),
};

/** 'The whole network', 'Branches in R1 and A07'. */
export function sayAudience(audience: Audience | null): string {
  if (audience === null) return t('The whole network');
  const places = [...audience.regions, ...audience.areas];
  const kinds = UNIT_KINDS.filter((kind) => audience.kinds.includes(kind)).map((kind) => t(KIND_NAMES[kind]));
  if (places.length === 0) return sayList(kinds);
  if (kinds.length === 0) return t('Everybody in {places}', { places: sayList(places) });
  return t('{kinds} in {places}', { kinds: sayList(kinds), places: sayList(places) });
}
