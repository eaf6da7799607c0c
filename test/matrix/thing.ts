/** What addresses name: something at Ashbridge, the same kind of thing elsewhere, and one that nobody has. */

/** Values for the `:parts` of an address. */
export type Parts = Record<string, string>;

export interface Thing {
  /** At Ashbridge, or of the colleague called `staff`. */
  here: Parts;
  /** Null where there is no elsewhere: what the CX team makes is for the whole network. */
  elsewhere: Parts | null;
  nobodys: Parts;
}

export type ThingName =
  | 'unit'
  | 'area'
  | 'region'
  | 'person'
  | 'assignment'
  | 'personAsked'
  | 'attempt'
  | 'message'
  | 'heldPost'
  | 'session'
  | 'posting'
  | 'leave'
  | 'change'
  | 'cover'
  | 'copy'
  | 'hold'
  | 'sharedDevice'
  | 'course'
  | 'image'
  | 'week'
  | 'draft'
  | 'weekPlan'
  | 'networkImport'
  | 'answersImport'
  | 'pastImport'
  | 'source'
  | 'theme'
  | 'themeEdition'
  | 'number'
  | 'numberFile'
  | 'job'
  | 'mailStop'
  | 'serviceAccount'
  | 'study'
  | 'wavePlan'
  | 'savedView'
  | 'alert';

export const COURSE = 'put-it-right-first-time';
export const WEEK = 'love-your-customers-week-2027';
export const NO_ID = '987654';
export const NO_UUID = '00000000-0000-4000-8000-000000000000';
