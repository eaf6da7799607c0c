import { addDays, type IsoDate } from '../platform/dates.js';
import { BY_LOT, LOWEST, RECENT } from './impact-stories.js';
import { FIRST_WEEK, NAMED } from './stories.js';

/** A study of one of the planted trainings as somebody registered it, before anybody could see what came of it. */
export interface PlannedStudy {
  /** Of the story it is about; also its form's token, by which it is found again. */
  key: 'waves' | 'lowest' | 'recent';
  title: string;
  slug: string;
  regions: readonly string[];
  clusterLevel: 'unit' | 'area';
  firstWeek: IsoDate;
  lastWeek: IsoDate;
  registeredBy: string;
  registeredOn: IsoDate;
}

/** Half a year from the last start on, as the product recommends. */
const WEEKS_AFTER = 26;
const halfAYearFrom = (monday: IsoDate) => addDays(monday, 7 * WEEKS_AFTER);

export const PLANNED_STUDIES: readonly PlannedStudy[] = [
  {
    key: 'waves',
    title: 'Did ‘Queues: keep people in the loop’ make a difference?',
    slug: BY_LOT.slug,
    regions: BY_LOT.regions,
    clusterLevel: 'area',
    firstWeek: FIRST_WEEK,
    lastWeek: halfAYearFrom(BY_LOT.begins.at(-1)!),
    registeredBy: NAMED.grace.reference,
    registeredOn: BY_LOT.drawnOn,
  },
  {
    key: 'lowest',
    title: 'Did ‘Travel money explained simply’ help the thirty lowest?',
    slug: LOWEST.slug,
    regions: LOWEST.regions,
    clusterLevel: 'unit',
    firstWeek: FIRST_WEEK,
    lastWeek: halfAYearFrom(LOWEST.askedOn),
    registeredBy: NAMED.nikhil.reference,
    registeredOn: addDays(LOWEST.askedOn, 1),
  },
  {
    key: 'recent',
    title: 'Did ‘Checking ID without the awkwardness’ make a difference?',
    slug: RECENT.slug,
    regions: RECENT.regions,
    clusterLevel: 'unit',
    firstWeek: FIRST_WEEK,
    lastWeek: halfAYearFrom(RECENT.askedOn),
    registeredBy: NAMED.nikhil.reference,
    registeredOn: addDays(RECENT.askedOn, 1),
  },
];

/** Mondays on which they were worked out, so that each of the demo's moments finds a result of its own time. */
export const LOOKED_ON: readonly IsoDate[] = ['2027-02-01', '2027-02-08'];

export const tokenOf = ({ key }: Pick<PlannedStudy, 'key'>) => `demo-study-${key}`;
