/** What the cards of a page need besides its facts: how its places are called, and what the reader may do there. */
import type { CourseCard } from '../../courses/course-version.js';
import type { Choice } from '../../assignments/paths.js';
import type { RowsAre } from '../level.js';
import type { PlaceFacts } from '../place-facts.js';
import { addressOf } from '../table/address.js';
import { type Only, readFilters } from '../table/filters.js';
import { tellPath } from '../telling/paths.js';
import type { Decided } from './decisions/decided.js';
import type { Spotlight } from './spotlight.js';
import type { Standout, Voice } from './voices.js';

export interface CardFacts extends PlaceFacts {
  spot: Spotlight;
  standouts: Standout[];
  /** Of the units that the cards are about, newest first within a unit. */
  voices: Voice[];
  /** What the reader did with cards of this page, and the keys of those that stay away today. */
  decided: Decided[];
  aside: ReadonlySet<string>;
}

export interface CardContext {
  are: RowsAre;
  /** The page itself. */
  path: string;
  pathOf(code: string): string;
  /** Those that the reader may assign there; empty for nobody's. */
  courses: readonly CourseCard[];
  /** Whether the reader may write to whoever leads these places. */
  tell: boolean;
}

/** The page of a place with the weeks of this one, and only what a card is about. */
export function openWith(facts: PlaceFacts, { pathOf }: CardContext, code: string, only: Only | null = null): string {
  return addressOf(pathOf(code), { filters: { ...readFilters({}), only }, period: facts.choice });
}

/** Everybody of a place, as an assignment is addressed. */
export function everybodyOf({ are }: CardContext, code: string): Choice {
  if (are === 'units') return { units: [code] };
  return are === 'areas' ? { areas: [code] } : { regions: [code] };
}

/** The way to write to its manager, with the words begun; null where the reader may not. */
export function tellAbout({ are, tell }: CardContext, code: string, words: string): string | null {
  return tell ? tellPath(are, code, words) : null;
}
