/** The zone that a time itself names: “09:30 +0100”, “9:30 AM GMT+1”, “10:00 BST”, “10:00 (Europe/London)”. */
import { FixedOffsetZone, IANAZone, type Zone } from 'luxon';

/** Minutes ahead of UTC. American names mean America, BST means British Summer Time. */
const NAMES: Record<string, number> = {
  ...{ Z: 0, UTC: 0, GMT: 0, WET: 0, BST: 60, WEST: 60, CET: 60, CEST: 120, EET: 120, EEST: 180 },
  ...{ EST: -300, EDT: -240, CST: -360, CDT: -300, MST: -420, MDT: -360, PST: -480, PDT: -420 },
};

/** Only behind a time of day: the last part of 25-01-2027 is a year. */
const ENDING =
  /^(.*\d:\d{2}(?:[:.]\d+)*(?: ?[ap]m)?)\s*[([]?([A-Za-z]{1,4}|(?:UTC|GMT)? ?[+-]\d{1,2}(?::?\d{2})?|[A-Za-z]+\/[A-Za-z_/]+)[)\]]?$/i;

/** The text without its zone, and the zone; null for one that names none. */
export function zoneInText(text: string): { bare: string; zone: Zone } | null {
  const [, bare, name] = ENDING.exec(text) ?? [];
  if (bare === undefined || name === undefined || /^[ap]m$/i.test(name)) return null;
  const zone = zoneNamed(name.trim());
  return zone && { bare, zone };
}

function zoneNamed(name: string): Zone | null {
  const minutes = NAMES[name.toUpperCase()];
  if (minutes !== undefined) return FixedOffsetZone.instance(minutes);
  if (name.includes('/')) return IANAZone.isValidZone(name) ? IANAZone.create(name) : null;
  const [, sign, hours, rest = '0'] = /([+-])(\d{1,2}):?(\d{2})?$/.exec(name) ?? [];
  if (hours === undefined || Number(hours) > 14 || Number(rest) > 59) return null;
  return FixedOffsetZone.instance((sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(rest)));
}
