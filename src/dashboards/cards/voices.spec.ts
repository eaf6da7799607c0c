import { describe, expect, it } from '@jest/globals';
import type { Driver } from '../../platform/drivers.js';
import { happyVoice, sayWhere, shortQuote, unhappyVoice } from './voices.js';

const said = (
  comment: string,
  ease: number | null,
  poor: Driver[] = [],
  day = '2027-02-03',
  emotion: number | null = null,
) => ({
  ...{ unitId: 1, unitCode: '021047', unitName: 'Ashbridge', smallUnit: false },
  ...{ comment, ease, emotion, poor, answeredAt: new Date(`${day}T12:00:00Z`) },
});
const SINCE = '2027-01-11';
const queue = said('Forty minutes in the queue.', 2, ['efficiency']);
const elsewhere = said('Sent elsewhere for the third time.', 2, ['expectations']);
const old = said('Sent elsewhere in the autumn.', 1, ['expectations'], '2027-01-03');
const long = said('word '.repeat(60), 1, ['expectations']);

describe('the words that a card quotes', () => {
  it.each([
    ['of somebody who marked the driver down', [queue, elsewhere], 'expectations', elsewhere],
    ['of anybody unhappy where nobody did', [queue], 'expectations', queue],
    ['of anybody unhappy where no driver is clear', [queue, elsewhere], null, queue],
    ['short enough for a card before long ones', [long, elsewhere], 'expectations', elsewhere],
    ['long ones where there are no others', [long], 'expectations', long],
    ['of the weeks of the page alone', [old], 'expectations', null],
    ['never of the happy', [said('Lovely people, as always.', 5)], null, null],
    [
      'of those who felt let down, however easy it was',
      [said('They lost my parcel.', 4, [], '2027-02-03', -1)],
      null,
      0,
    ],
  ] as const)('are %s', (_, voices, driver, expected) => {
    const found = unhappyVoice([...voices], driver, SINCE);
    expect(found).toBe(expected === 0 ? voices[0] : expected);
  });

  it('of thanks are of the delighted for whom it was easy', () => {
    const kind = said('She remembered my name.', 5, [], '2027-01-03', 2);
    expect(happyVoice([elsewhere, said('Kind, but three trips.', 2, [], '2027-02-03', 2), kind])).toBe(kind);
    expect(happyVoice([elsewhere])).toBeNull();
  });

  it('carry the unit and the day, or the month where few answer, and are cut at a word', () => {
    expect(sayWhere(queue)).toBe('Ashbridge, 3 February 2027');
    expect(sayWhere({ ...queue, smallUnit: true })).toBe('Ashbridge, February 2027');
    expect(shortQuote(long.comment)).toMatch(/word …$/);
    expect(shortQuote(long.comment).length).toBeLessThan(145);
  });
});
