import { describe, expect, it } from '@jest/globals';
import { checkUnits, wantedCodes } from './wanted-units.js';

describe('the units somebody wants', () => {
  it.each<[string[], string, string[]]>([
    [['000001'], '', ['000001']],
    [[], '000001, 000002;000003\n000004', ['000001', '000002', '000003', '000004']],
    [['000001'], ' 000001 ', ['000001']],
    [[], '  ', []],
  ])('ticked %j and pasted %j are %j', (ticked, pasted, codes) => expect(wantedCodes(ticked, pasted)).toEqual(codes));

  it.each<[string[], RegExp]>([
    [['000001', '999999'], /^We can’t find 999999 among yours\./],
    [['a', 'b', 'c', 'd', 'e', 'f', 'g'], /find a, b, c, d, e and 2 more among/],
  ])('%j is refused', (wanted, sentence) => {
    expect(() => checkUnits(wanted, new Set(['000001']))).toThrow(sentence);
  });
});
