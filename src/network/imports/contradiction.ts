import { t } from '../../platform/language/t.js';
import type { Rejection } from './import-result.js';

/** A row that the database refuses, as its statement answers: what is wrong, then the values that the sentence names. */
export interface Contradiction {
  line: number;
  column: string;
  said: [what: What, ...values: string[]];
}

export function rejectionOf({ line, column, said: [what, ...values] }: Contradiction): Rejection {
  return { line, column, reason: SENTENCES[what](values) };
}

type Say = (values: string[]) => string;

const named = ([code = '', here = '', there = '', line = '']: string[]) => ({ code, here, there, line });
const placed = ([code = '']: string[]) => ({ code });

/** What is wrong with a merger, or with rows that one stands against: `code` merged into `other` on `day`. */
const MERGER_SENTENCES = {
  mergesNowhere: ([code = '']) =>
    t('There is no unit with the code {code}, here or in this file. Mend merged_into, or add a row for it.', { code }),
  mergesAndGoesOn: ([code = '', day = '']) =>
    t('Unit {code} goes on after {day} in another row. Name where it merges in the row that ends it.', { code, day }),
  mergesInCircle: ([code = '', other = '']) =>
    t('Unit {code} would merge into itself: {other} merges into it, or leads to it by way of others.', { code, other }),
  mergesIntoClosed: ([code = '', day = '']) =>
    t('Unit {code} is not open on {day}, the day of the merger. Name the unit that took over on that day.', {
      code,
      day,
    }),
  hasMerged: ([code = '', other = '', day = '']) =>
    t(
      'Unit {code} merged into {other} on {day}, so that stays its last day. To change it, say in merged_into what is so.',
      {
        code,
        other,
        day,
      },
    ),
  tookOver: ([code = '', other = '', day = '']) =>
    t('Unit {other} merged into {code} on {day}, so {code} must be open on that day.', { code, other, day }),
} satisfies Record<string, (values: string[]) => string>;

const SENTENCES = {
  noUnit: (values) =>
    t('There is no unit with the code {code}. Import the units file first, or mend the code.', placed(values)),
  noArea: (values) =>
    t('There is no area with the code {code}. Import the units file first, or mend the code.', placed(values)),
  noRegion: (values) =>
    t('There is no region with the code {code}. Import the units file first, or mend the code.', placed(values)),
  personNames: (values) => t('{code} is called “{here}” here and “{there}” on line {line}.', named(values)),
  regionNames: (values) => t('Region {code} is called “{here}” here and “{there}” on line {line}.', named(values)),
  areaNames: (values) => t('Area {code} is called “{here}” here and “{there}” on line {line}.', named(values)),
  unitNames: (values) => t('Unit {code} is called “{here}” here and “{there}” on line {line}.', named(values)),
  unitKinds: ([code = '', line = '']) => t('Unit {code} has another kind or nation on line {line}.', { code, line }),
  unitTwice: (values) => t('Another row already places unit {code} on some of these days.', placed(values)),
  areaTwice: ([code = '', here = '', there = '', line = '']) =>
    t('Area {code} is in region {here} here and in region {there} on line {line}, on the same days.', {
      code,
      here,
      there,
      line,
    }),
  otherEmail: ([code = '', line = '']) => t('{code} has another e-mail address on line {line}.', { code, line }),
  emailOfRow: ([email = '', code = '', line = '']) =>
    t('The e-mail address {email} belongs to {code} on line {line}.', { email, code, line }),
  emailTaken: ([email = '']) => t('The e-mail address {email} belongs to somebody else already.', { email }),
  leftLongAgo: (values) =>
    t(
      '{code} left by then and has been made anonymous since. Take the row out: whoever comes back is new.',
      placed(values),
    ),
  roleTwice: ([code = '', role = '', place = '']) =>
    t('Another row already gives {code} the role {role} at {place} on some of these days.', { code, role, place }),
  ...MERGER_SENTENCES,
} satisfies Record<string, Say>;

type What = keyof typeof SENTENCES;
