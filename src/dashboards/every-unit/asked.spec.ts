import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { USUAL } from '../period/choice.js';
import { readUnitsAsked, unitsAddress } from './asked.js';
import { headingsOf } from './headings.js';

const read = (address: string) => {
  const query = new URLSearchParams(address.split('?')[1] ?? '');
  return readUnitsAsked({ ...Object.fromEntries(query), columns: query.getAll('columns') });
};

describe('what is asked of all units', () => {
  it.each([
    ['', ''],
    ['?find=%20ash&kind=branch&order=low&page=1', '?find=ash&kind=branch'],
    ['?columns=responses&columns=net&columns=courses&region=R1', '?region=R1&columns=net.responses'],
    ['?columns=completion.ease.fair.change.responses', ''],
    ['?order=sideways&kind=ship&page=-3', ''],
    [`?area=${'A'.repeat(41)}`, ''],
  ])('%s is %s', (asked, written) => {
    expect(unitsAddress(read(asked), USUAL)).toBe(`/dashboard/units${written}`);
  });

  it('is read back as it was written, whatever was asked', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        const once = read(`/dashboard/units?${query}`);
        expect(read(unitsAddress(once, USUAL))).toEqual(once);
      }),
    );
  });
});

describe('a heading', () => {
  const shown = (order: 'low' | 'fall' | 'rise' | 'behind' | 'az', more = {}) => ({
    asked: { order },
    byTraining: true,
    stretches: { asNeeded: true },
    ...more,
  });
  const pressed = (asked: ReturnType<typeof shown>) =>
    headingsOf(['completion', 'ease', 'fair', 'change'], asked, ({ order }) => order ?? '').map(({ path, sort }) =>
      `${path ?? '-'} ${sort ?? ''}`.trim(),
    );

  it.each([
    [shown('low'), ['az', 'behind', '-', 'high ascending', 'fall']],
    [shown('fall'), ['az', 'behind', '-', 'low', 'rise ascending']],
    [shown('rise'), ['az', 'behind', '-', 'low', 'fall descending']],
    [shown('behind'), ['az', 'low ascending', '-', 'low', 'fall']],
    [shown('az'), ['low ascending', 'behind', '-', 'low', 'fall']],
    [shown('low', { byTraining: false, stretches: { asNeeded: false } }), ['az', '-', 'high ascending', '-', 'fall']],
  ])('%j', (asked, headings) => {
    expect(pressed(asked)).toEqual(headings);
  });
});
