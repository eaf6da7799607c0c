import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addressOfView, readViewAddress } from './view-address.js';

describe('the address of a dashboard to keep', () => {
  it.each([
    ['/dashboard', 'network', null, ''],
    ['/regions/R1?show=ease', 'region', 'R1', 'show=ease'],
    ['/areas/A07?columns=responses&columns=net&page=3', 'area', 'A07', 'columns=net.responses'],
    ['/units/021047?weeks=13&against=year#team', 'unit', '021047', 'weeks=13&against=year'],
    ['/dashboard/units', 'network', null, 'list=units'],
    ['/dashboard/units?order=fall&region=R1&show=az&page=4', 'network', null, 'list=units&region=R1&order=fall'],
    ['/areas/A%2007?sql=drop&find=%20ash', 'area', 'A 07', 'find=ash'],
  ])('%s is a page of its level with the choices that dashboards know', (address, level, code, choices) => {
    expect(readViewAddress(address)).toEqual({ level, code, choices });
  });

  it.each(['', '/', '/areas', '/areas/A07/weeks', '/areas/A07.csv', 'https://elsewhere.example/areas/A07', '//x/areas/A07'])(
    '%p is none',
    (address) => expect(readViewAddress(address)).toBeNull(),
  );

  it('is none when it is not even text, is longer than anybody chooses, or is spelt wrongly', () => {
    expect(readViewAddress(['/areas/A07'])).toBeNull();
    expect(readViewAddress(undefined)).toBeNull();
    expect(readViewAddress('/areas/%E0%A4%A')).toBeNull();
    expect(readViewAddress(`/areas/A07?from=${'2'.repeat(700)}`)).toBeNull();
  });

  it('is read back as it was written, whatever was asked', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), fc.constantFrom('/dashboard', '/dashboard/units', '/areas/A07'), (query, path) => {
        const once = readViewAddress(`${path}?${query}`);
        if (once) expect(readViewAddress(addressOfView(once))).toEqual(once);
      }),
    );
  });
});
