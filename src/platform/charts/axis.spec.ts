import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { axisTitle, bottomAxis, domainOf, gridLines, linear, sayValue } from './axis.js';

const frame = { width: 360, height: 300, left: 40, right: 10, top: 20, bottom: 60 };

describe('the domain of an axis', () => {
  it.each([
    { values: [71, 78], within: [0, 100] as const, domain: [70, 80] },
    { values: [95, 100], within: [0, 100] as const, domain: [94, 100] },
    { values: [-4.2, 3.1], within: [-100, 100] as const, domain: [-6, 4] },
    { values: [], within: [0, 100] as const, domain: [0, 100] },
    { values: [50], within: [0, 100] as const, domain: [49.4, 50.6] },
  ])('holds $values with a little air as $domain', ({ values, within, domain }) => {
    expect(domainOf(values, within)).toEqual(domain);
  });

  it('always holds every value and never leaves its limits', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1 }), (values) => {
        const [low, high] = domainOf(values, [0, 100]);
        expect(low).toBeLessThanOrEqual(Math.min(...values));
        expect(high).toBeGreaterThanOrEqual(Math.max(...values));
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('refuses a value that is no number', () => {
    expect(() => domainOf([70, NaN])).toThrow('A chart cannot draw the value NaN.');
    expect(() => linear([0, Infinity], [0, 1])).toThrow(RangeError);
  });
});

describe('the numbers of an axis', () => {
  it.each([
    { value: 71.44, unit: 'points', decimals: 1, said: '71.4' },
    { value: 62, unit: 'percent', decimals: 0, said: '62%' },
    { value: -4.2, unit: 'change', decimals: 1, said: '−4.2' },
    { value: 3, unit: 'change', decimals: 0, said: '+3' },
    { value: 2400, unit: 'count', decimals: 0, said: '2,400' },
  ] as const)('says $value in $unit as $said', ({ value, unit, decimals, said }) => {
    expect(sayValue(value, unit, decimals)).toBe(said);
  });

  it('draws zero darkest where numbers are changes', () => {
    const scale = linear([-4, 4], [240, 20]);
    expect(gridLines(frame, scale, 'change').match(/c-zero/g)).toHaveLength(1);
    expect(gridLines(frame, scale, 'points')).not.toContain('c-zero');
  });

  it('gives decimals when steps need them', () => {
    expect(bottomAxis(frame, linear([0, 2], [40, 350]), 'points', 'Hours', 4)).toContain('>0.5<');
  });

  it('breaks a long title into two lines', () => {
    const title = axisTitle(frame, 'People who had finished the course before the window opened, %');
    expect(title.match(/<text/g)).toHaveLength(2);
    expect(axisTitle(frame, 'Responses').match(/<text/g)).toHaveLength(1);
  });
});
