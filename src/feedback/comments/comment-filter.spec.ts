import { describe, expect, it } from '@jest/globals';
import { daysOfWeeks, narrows, readFilter, writeFilter } from './comment-filter.js';

const read = (query: Record<string, unknown>) => readFilter(query).filter;

describe('what somebody looks for', () => {
  it('is the same in the address as it was read from it', () => {
    const address =
      '/areas/A07/comments?q=%22sent+elsewhere%22+-parcel&driver=efficiency&theme=queue&felt=irritated&ease=poor&kind=branch&from=2026-01-01&to=2026-03-31&after=12';
    const query = Object.fromEntries(new URLSearchParams(address.split('?')[1]));
    expect(writeFilter('/areas/A07/comments', read(query))).toBe(address);
  });

  it('is nothing in an empty address', () => {
    expect(writeFilter('/x', read({}))).toBe('/x');
    expect(narrows(read({ after: '9' }))).toBe(false);
    expect(narrows(read({ felt: 'irritated' }))).toBe(true);
  });

  it.each([
    [{ driver: 'cheerful', felt: 'x', ease: '9', kind: 'shop', theme: "a'b", after: '0' }],
    [{ q: ['a'], driver: ['friendly'], from: {}, after: '-1' }],
  ])('leaves out what is none of the choices: %j', (query) => expect(narrows(read(query))).toBe(false));

  it.each([
    [{ from: '2026-02-30' }, 'Give days that are on the calendar.'],
    [{ from: '2026-03-01', to: '2026-02-01' }, 'The first day lies after the last one: swap them.'],
  ])('says what cannot be: %j', (query, problem) =>
    expect(readFilter(query)).toMatchObject({ problem, filter: { from: null } }),
  );

  it('widens weeks to their days', () =>
    expect(daysOfWeeks({ from: '2026-03-02', to: '2026-03-09' })).toEqual({ from: '2026-03-02', to: '2026-03-15' }));
});
