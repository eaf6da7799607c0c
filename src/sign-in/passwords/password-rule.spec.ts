import { describe, expect, it } from '@jest/globals';
import { mayUsePassword } from './password-rule.js';

describe('a password opens', () => {
  it.each<[string, string, boolean, string[] | null, boolean, boolean]>([
    // what, reference, demo account, only for, on this machine alone, opens
    ['every account by default', '100001', false, null, false, true],
    ['a demo account on this machine', '100001', true, null, true, true],
    ['no demo account that others can reach', '100001', true, null, false, false],
    ['the account of somebody named', '900001', false, ['900001'], false, true],
    ['nobody else’s then', '100001', false, ['900001'], true, false],
    ['no demo account that others can reach, even of somebody named', '900001', true, ['900001'], false, false],
    ['nobody’s whose reference is only similar', '9000010', false, ['900001'], true, false],
  ])('%s', (_what, reference, demo, passwordOnlyFor, loopback, opens) =>
    expect(mayUsePassword({ reference, demo }, { passwordOnlyFor, loopback })).toBe(opens),
  );
});
