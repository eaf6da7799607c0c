/** What the pages of an area, a region and the network call the places they list. */
import type { UnitKind } from '../network/imports/codes.js';
import { msg } from '../platform/language/t.js';

/** What the rows of a page are. */
export type RowsAre = 'units' | 'areas' | 'regions';

export interface LevelWords {
  heading: string;
  find: string;
  show: string;
  az: string;
  none: string;
  all: string;
  /** Where rows can be ticked. */
  tick: string | null;
}

const BRANCHES: LevelWords = {
  heading: msg('Branches'),
  find: msg('Find a branch'),
  show: msg('Show branches'),
  az: msg('All branches, A to Z'),
  none: msg('No branch fits these choices'),
  all: msg('All branches'),
  tick: msg('Tick branches to assign training to several at once'),
};

const UNITS: LevelWords = {
  heading: msg('Units'),
  find: msg('Find a unit'),
  show: msg('Show units'),
  az: msg('All units, A to Z'),
  none: msg('No unit fits these choices'),
  all: msg('All units'),
  tick: msg('Tick units to assign training to several at once'),
};

/** A payment point or a team is never called a branch: where there is one, they all are units. */
export function unitWords(units: readonly { kind: UnitKind }[]): LevelWords {
  return units.every(({ kind }) => kind === 'branch') ? BRANCHES : UNITS;
}

export const PLACE_WORDS: Record<Exclude<RowsAre, 'units'>, LevelWords> = {
  areas: {
    heading: msg('Areas'),
    find: msg('Find an area'),
    show: msg('Show areas'),
    az: msg('All areas, A to Z'),
    none: msg('No area fits these choices'),
    all: msg('All areas'),
    tick: null,
  },
  regions: {
    heading: msg('Regions'),
    find: msg('Find a region'),
    show: msg('Show regions'),
    az: msg('All regions, A to Z'),
    none: msg('No region fits these choices'),
    all: msg('All regions'),
    tick: null,
  },
};
