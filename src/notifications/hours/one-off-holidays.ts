import type { IsoDate } from '../../platform/dates.js';
import type { Nation } from '../../network/imports/codes.js';

/** Bank holidays that were proclaimed once. A new one is one more line here (gov.uk/bank-holidays). */
export const ADDED: readonly { date: IsoDate; nations: readonly Nation[] }[] = [
  // The Platinum Jubilee.
  { date: '2022-06-03', nations: ['england', 'wales', 'scotland', 'northernIreland'] },
  // The State Funeral of Queen Elizabeth II.
  { date: '2022-09-19', nations: ['england', 'wales', 'scotland', 'northernIreland'] },
  // The coronation of King Charles III.
  { date: '2023-05-08', nations: ['england', 'wales', 'scotland', 'northernIreland'] },
  // Scotland’s first match at the World Cup.
  { date: '2026-06-15', nations: ['scotland'] },
];

/** Regular ones that were moved for an occasion: the day they would have been, and the day they were. */
export const MOVED: Readonly<Record<IsoDate, IsoDate>> = {
  // VE Day 75.
  '2020-05-04': '2020-05-08',
  // The Platinum Jubilee.
  '2022-05-30': '2022-06-02',
};
