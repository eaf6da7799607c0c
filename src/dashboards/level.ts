/** What the pages of an area, a region and the network call the places they list. */
import { msg } from '../platform/language/t.js';

/** What the rows of a page are. */
export type RowsAre = 'units' | 'areas' | 'regions';

interface Words {
  heading: string;
  find: string;
  show: string;
  az: string;
  none: string;
  all: string;
}

export const LEVEL_WORDS: Record<RowsAre, Words> = {
  units: {
    heading: msg('Branches'),
    find: msg('Find a branch'),
    show: msg('Show branches'),
    az: msg('All branches, A to Z'),
    none: msg('No branch fits these choices'),
    all: msg('All branches'),
  },
  areas: {
    heading: msg('Areas'),
    find: msg('Find an area'),
    show: msg('Show areas'),
    az: msg('All areas, A to Z'),
    none: msg('No area fits these choices'),
    all: msg('All areas'),
  },
  regions: {
    heading: msg('Regions'),
    find: msg('Find a region'),
    show: msg('Show regions'),
    az: msg('All regions, A to Z'),
    none: msg('No region fits these choices'),
    all: msg('All regions'),
  },
};
