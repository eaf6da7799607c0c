import { expect, it } from '@jest/globals';
import { asOfBanner, readDay } from './as-of-day.js';

const TODAY = '2026-11-20';

it.each([
  [undefined, { on: null, problem: null }],
  ['', { on: null, problem: null }],
  [TODAY, { on: null, problem: null }],
  ['2026-03-31', { on: '2026-03-31', problem: null }],
  ['2028-11-20', { on: '2028-11-20', problem: null }],
  ['2028-11-21', { on: null, problem: 'Choose a day from 1 January 1990 to 20 November 2028.' }],
  ['1066-10-14', { on: null, problem: 'Choose a day from 1 January 1990 to 20 November 2028.' }],
  ['2026-02-31', { on: null, problem: 'Choose a day that is on the calendar.' }],
])('the day of an address: %j', (typed, read) => expect(readDay(typed, TODAY)).toEqual(read));

it('another day than today says so, with the way back', () => {
  expect(asOfBanner('2026-03-31', TODAY, () => '/network')).toEqual({
    text: 'As of 31 March 2026',
    back: { text: 'Back to today', href: '/network' },
  });
  expect(asOfBanner(null, TODAY, () => '/')).toBeNull();
});
