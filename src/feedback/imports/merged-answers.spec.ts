import { describe, expect, it } from '@jest/globals';
import { sayMerged, withMerged } from './merged-answers.js';

const newport = { code: '000002', name: 'Newport' };
const ashford = { code: '000001', name: 'Ashford', on: '2027-03-14', into: newport, countsIn: newport };
const cwmbran = { code: '000003', name: 'Cwmbran' };

describe('answers of units that have merged', () => {
  it('are counted by unit and by where they count, chunk after chunk', () => {
    const first = withMerged([], [{ merged: ashford }, {}, { merged: { ...ashford, countsIn: cwmbran } }]);
    expect(withMerged(first, [{ merged: ashford }])).toEqual([
      { ...ashford, n: 2 },
      { ...ashford, countsIn: cwmbran, n: 1 },
    ]);
  });

  it.each([
    [{ ...ashford, n: 27 }, '27 answers named Ashford, merged into Newport on 14 March 2027: they count there.'],
    [{ ...ashford, n: 1 }, '1 answer named Ashford, merged into Newport on 14 March 2027: it counts there.'],
    [
      { ...ashford, countsIn: cwmbran, n: 2 },
      '2 answers named Ashford, merged into Newport on 14 March 2027, which has merged since: they count in Cwmbran.',
    ],
  ])('are said (%#)', (merged, sentence) => expect(sayMerged(merged)).toBe(sentence));
});
