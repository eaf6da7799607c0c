import { describe, expect, it } from '@jest/globals';
import { readFilters, writeFilters } from './filters.js';

describe('what somebody asked to see in a table', () => {
  it('is written as it was read, without what is usual', () => {
    const asked = { find: 'Ashbridge', driver: 'knowledge', show: 'fall', only: 'slipping', page: '3' };
    expect(Object.fromEntries(writeFilters(readFilters(asked)))).toEqual(asked);
    expect(writeFilters(readFilters({}))).toEqual([]);
  });

  it.each([
    [{ find: ` ${'a'.repeat(200)}` }, { find: 'a'.repeat(80) }],
    [{ find: ['one', 'two'], show: 'everything', only: 'nothing', driver: 'luck', page: '0' }, {}],
  ])('%j is as %j', (asked, same) => expect(readFilters(asked)).toEqual(readFilters(same)));
});
