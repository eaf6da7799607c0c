import { describe, expect, it } from '@jest/globals';
import { columns } from './columns.js';

const weeks = Array.from({ length: 12 }, (_, at) => ({ label: `${at + 1} Feb`, value: 2400, marked: at === 6 }));
const drawn = (change: object = {}) =>
  columns({
    id: 'weeks',
    title: 'Responses',
    desc: 'Week by week',
    columns: weeks,
    reference: null,
    ...change,
  }).toString();

describe('columns', () => {
  it('draws one column a step and prints the number of the marked one', () => {
    expect(drawn().match(/<rect/g)).toHaveLength(12);
    expect(drawn().match(/class="c-fill"/g)).toHaveLength(1);
    expect(drawn()).toContain('>2,400</text>');
  });

  it('names the line of what is ordinary', () => {
    expect(drawn({ reference: { value: 2000, name: 'Average' } })).toContain('Average 2,000');
  });

  it('starts every column at zero, so that heights can be compared', () => {
    const double = drawn({
      columns: [
        { label: 'a', value: 10 },
        { label: 'b', value: 20 },
      ],
    });
    const heights = [...double.matchAll(/<rect[^>]*height="([\d.]+)"/g)].map((match) => Number(match[1]));
    expect(heights[1]! / heights[0]!).toBeCloseTo(2, 1);
  });

  it('keeps names from becoming markup and refuses a number that is none', () => {
    expect(drawn({ title: '<b>' })).not.toContain('<b>');
    expect(() => drawn({ columns: [{ label: 'a', value: NaN }] })).toThrow(RangeError);
  });

  it('fits no more labels than there is room for', () => {
    const year = Array.from({ length: 104 }, (_, at) => ({ label: `W${at}`, value: 1 }));
    expect(drawn({ columns: year, narrow: true }).match(/>W\d+</g)!.length).toBeLessThanOrEqual(5);
  });

  it('draws nothing but its frame when there is nothing', () => {
    expect(drawn({ columns: [] })).toContain('<svg');
  });
});
