import { describe, expect, it } from '@jest/globals';
import { type PeopleFilter, readPeopleFilter, soughtIn, writePeopleFilter } from './people-filter.js';

const EVERYBODY: PeopleFilter = {
  find: '',
  role: null,
  place: null,
  show: 'inPost',
  on: null,
  after: null,
  before: null,
};

describe('whom an address asks for', () => {
  it.each<[Record<string, unknown>, Partial<PeopleFilter>]>([
    [{}, {}],
    [{ role: 'king', show: 'gone', place: 'street:1', on: '2026-02-31', after: 'x', find: ['a'] }, {}],
    [
      { find: ' kaur\u0000 ', role: 'postmaster' },
      { find: 'kaur', role: 'postmaster' },
    ],
    [
      { place: 'unit:PP04013', show: 'left' },
      { place: { kind: 'unit', code: 'PP04013' }, show: 'left' },
    ],
    [{ on: '2026-03-31' }, { on: '2026-03-31' }],
    [{ after: 'ann ~ lee~100001' }, { after: { name: 'ann ~ lee', reference: '100001' } }],
  ])('%j', (query, filter) => expect(readPeopleFilter(query)).toEqual({ ...EVERYBODY, ...filter }));

  it('is written as it was read', () => {
    const filter: PeopleFilter = {
      ...EVERYBODY,
      find: 'o’neill',
      place: { kind: 'area', code: 'A07' },
      show: 'onLeave',
      before: { name: 'sam kaur', reference: '100001' },
    };
    expect(readPeopleFilter(Object.fromEntries(writePeopleFilter(filter)))).toEqual(filter);
    expect(writePeopleFilter(EVERYBODY)).toEqual([]);
  });
});

describe('what somebody looks for', () => {
  it.each([
    ['', null],
    ['sam kaur', { text: 'sam kaur' }],
    ['1000', { text: '1000' }],
    ['100001 100002', { references: ['100001', '100002'] }],
    ['100001,100002;\t100001', { references: ['100001', '100002'] }],
    ['flat 2', { text: 'flat 2' }],
  ])('%j', (find, sought) => expect(soughtIn(find)).toEqual(sought));
});
