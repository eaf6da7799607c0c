import { describe, expect, it } from '@jest/globals';
import { momentReader } from './moment.js';

const read = (text: string, format = 'ISO', zone = 'Europe/London') =>
  momentReader(format, zone)(text)?.toISOString() ?? null;

describe('the time of an answer', () => {
  it.each([
    ['2027-01-06T09:30', 'ISO', '2027-01-06T09:30:00.000Z'],
    ['2026-07-06 09:30:15', 'ISO', '2026-07-06T08:30:15.000Z'],
    ['2026-07-06T09:30:00Z', 'ISO', '2026-07-06T09:30:00.000Z'],
    ['2026-07-06 09:30+02:00', 'ISO', '2026-07-06T07:30:00.000Z'],
    ['06/07/2026 09:30', 'dd/MM/yyyy HH:mm', '2026-07-06T08:30:00.000Z'],
    ['7/6/2026 9:30 PM', 'M/d/yyyy h:mm a', '2026-07-06T20:30:00.000Z'],
    ['46209.39583333333', 'EXCEL', '2026-07-06T08:30:00.000Z'],
    ['46320.0625', 'EXCEL', '2026-10-25T00:30:00.000Z'],
    ['1783326615', 'EPOCH', '2026-07-06T08:30:15.000Z'],
    ['1783326615000', 'EPOCH', '2026-07-06T08:30:15.000Z'],
    ['2026-07-06 09:30:15 +0000', 'ISO', '2026-07-06T09:30:15.000Z'],
    ['2026-10-25 01:30 GMT', 'ISO', '2026-10-25T01:30:00.000Z'],
    ['2026-10-25 01:30 BST', 'ISO', '2026-10-25T00:30:00.000Z'],
    ['2026/07/06 9:30:15 AM GMT+1', 'yyyy/M/d h:mm:ss a', '2026-07-06T08:30:15.000Z'],
    ['06/07/2026 09:30 (America/New_York)', 'd/M/yyyy H:mm', '2026-07-06T13:30:00.000Z'],
    ['06/07/2026 09:30 -0530', 'd/M/yyyy H:mm', '2026-07-06T15:00:00.000Z'],
    ['7/6/26, 9:30\u202fp.m.', 'M/d/yy h:mm a', '2026-07-06T20:30:00.000Z'],
    ['０６/07/2026 09:30', 'd/M/yyyy H:mm', '2026-07-06T08:30:00.000Z'],
    ['06-07-2026', 'd-M-yyyy', '2026-07-05T23:00:00.000Z'],
    ['2023-07-13 15:28:00', 'yyyy-MM-dd HH:mm:ss', '2023-07-13T14:28:00.000Z'],
  ])('%s written as %s is %s', (text, format, at) => expect(read(text, format)).toBe(at));

  it('is told by the clock of its own zone', () => {
    expect(read('2026-07-06T09:30', 'ISO', 'America/New_York')).toBe('2026-07-06T13:30:00.000Z');
  });

  it.each([
    ['2027-03-28T00:59', '2027-03-28T00:59:00.000Z', 'just before the clocks go forward'],
    ['2027-03-28T01:30', '2027-03-28T01:30:00.000Z', 'a time that is skipped: read as if they had not gone forward'],
    ['2027-03-28T02:00', '2027-03-28T01:00:00.000Z', 'just after'],
    ['2026-10-25T00:59', '2026-10-24T23:59:00.000Z', 'before the repeated hour'],
    ['2026-10-25T01:30', '2026-10-25T00:30:00.000Z', 'in the repeated hour: its first pass'],
    ['2026-10-25T02:00', '2026-10-25T02:00:00.000Z', 'after the repeated hour'],
  ])('%s is %s: %s', (text, at) => expect(read(text)).toBe(at));

  it.each([
    '',
    'yesterday',
    '06/07/2026 09:30 XYZ',
    '46209',
    '06/07/2026 09:30 +99:00',
    '31/02/2026 10:00',
    '2026-13-01T10:00',
    '1926-07-06T09:30',
    '2726-07-06T09:30',
  ])('cannot be “%s”', (text) => {
    expect(read(text)).toBeNull();
    expect(read(text, 'dd/MM/yyyy HH:mm')).toBeNull();
  });
});
