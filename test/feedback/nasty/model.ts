/** A small file of answers as it ought to be, and what of it is stored: every nasty file is this one, spoilt. */

/** One answer; texts as they stand in a well-kept file. */
export interface ModelAnswer {
  id: string;
  unit: string;
  /** London time, `yyyy-MM-dd HH:mm`. */
  when: string;
  easy: string;
  felt: string;
  friendly: string;
  said: string;
  contact: string;
}

/** A row of survey_response as it must stand afterwards. */
export interface StoredRow {
  key: string;
  unit: string;
  at: string;
  week: string;
  ease: number | null;
  emotion: number | null;
  friendly: number | null;
  comment: string | null;
  mayContact: boolean | null;
}

export interface Rejected {
  line: number;
  column: string;
  reason: string;
}

export const COLUMNS = ['id', 'branch', 'when', 'easy', 'felt', 'friendly', 'said', 'contact'] as const;

export const MODEL: readonly ModelAnswer[] = [
  answer('r1', '000001', '2027-01-06 09:30', '5', 'delighted', '5', 'Quick and kind', 'Yes'),
  answer('r2', '000001', '2026-12-31 17:05', '4', 'satisfied', '4', 'Queue was long, but fine', 'No'),
  answer('r3', 'PP1', '2027-01-07 10:15', '2', 'disappointed', '', '', ''),
  answer('r4', '000001', '2026-10-25 01:30', '1', 'irritated', '1', 'Nobody spoke to me at all', 'Yes'),
  answer('r5', '000003', '2027-01-08 16:45', '3', 'neutral', '3', 'All right I suppose', 'No'),
  answer('r6', 'PP1', '2027-01-25 11:00', '5', '', '4', '', 'Yes'),
];

/** What the model is stored as: r2 falls in the 53rd week of 2026, r4 in the hour that came twice, r5's branch has merged. */
export const STORED: readonly StoredRow[] = [
  stored('r1', '000001', '2027-01-06T09:30:00Z', '2027-01-04', 5, 2, 5, 'Quick and kind', true),
  stored('r2', '000001', '2026-12-31T17:05:00Z', '2026-12-28', 4, 1, 4, 'Queue was long, but fine', false),
  stored('r3', 'PP1', '2027-01-07T10:15:00Z', '2027-01-04', 2, -1, null, null, null),
  stored('r4', '000001', '2026-10-25T00:30:00Z', '2026-10-19', 1, -2, 1, 'Nobody spoke to me at all', true),
  stored('r5', '000001', '2027-01-08T16:45:00Z', '2027-01-04', 3, 0, 3, 'All right I suppose', false),
  stored('r6', 'PP1', '2027-01-25T11:00:00Z', '2027-01-25', 5, null, 4, null, true),
];

function answer(...[id, unit, when, easy, felt, friendly, said, contact]: string[]): ModelAnswer {
  return { id, unit, when, easy, felt, friendly, said, contact } as ModelAnswer;
}

function stored(
  ...[key, unit, at, week, ease, emotion, friendly, comment, mayContact]: [
    ...[string, string, string, string],
    ...[number | null, number | null, number | null],
    ...[string | null, boolean | null],
  ]
): StoredRow {
  return { key, unit, at: new Date(at).toISOString(), week, ease, emotion, friendly, comment, mayContact };
}
