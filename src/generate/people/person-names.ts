import type { Chance } from '../chance.js';
import type { Nation } from '../network/layout.js';
import { type Origin, ORIGINS, WELSH } from './name-parts.js';

const SHARES = ORIGINS.map(({ share }) => share);
const WELSH_IN_WALES = 0.68;
const WELSH_ELSEWHERE = 0.04;
/** Of a hundred people, how many carry the names of two families. */
const TWO_NAMES = 0.025;
/** Some records were typed on a keyboard without the typographic apostrophe. */
const TYPED = 0.3;

/** A name as the personnel system has it: of many origins, with hyphens, apostrophes and accents. */
export function personName(chance: Chance, nation: Nation = 'england'): string {
  const welsh = chance.happens(nation === 'wales' ? WELSH_IN_WALES : WELSH_ELSEWHERE);
  const origin = welsh ? WELSH : ORIGINS[chance.weighted(SHARES)]!;
  const name = `${chance.pick(origin.first)} ${lastName(chance, origin)}`.replace('&', ' ');
  return name.includes('’') && chance.happens(TYPED) ? name.replace('’', "'") : name;
}

function lastName(chance: Chance, origin: Origin): string {
  const last = chance.pick(origin.last);
  if (!chance.happens(TWO_NAMES)) return last;
  const other = chance.pick(ORIGINS[chance.weighted(SHARES)]!.last);
  return /[-&’ ]/.test(last + other) || last === other ? last : `${last}-${other}`;
}
