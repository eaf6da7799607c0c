import { describe, expect, it } from '@jest/globals';
import { readDevice, signedInOn, writeDevice } from './known-device.js';

describe('a known device', () => {
  it('is read as it was written', () => {
    const device = { id: 'abcdefgh', personIds: [7, 12] };
    expect(readDevice(writeDevice(device))).toEqual(device);
  });

  it.each([undefined, false, '', 'x', 'abcdefgh:', 'abcdefgh:7;8', 'abcdefgh:1,', {}])(
    '%p is an unknown one',
    (cookie) => expect(readDevice(cookie)).toBeNull(),
  );

  it('puts who signed in last first and keeps its id', () => {
    const first = signedInOn(null, 7, 'abcdefgh');
    expect(signedInOn(signedInOn(first, 12, 'other-id'), 7, 'other-id')).toEqual({
      id: 'abcdefgh',
      personIds: [7, 12],
    });
  });

  it('forgets the people of long ago', () => {
    const busy = Array.from({ length: 20 }, (_, i) => i + 1).reduce(
      (device, id) => signedInOn(device, id, 'abcdefgh'),
      signedInOn(null, 99, 'abcdefgh'),
    );
    expect(busy.personIds).toEqual([20, 19, 18, 17, 16, 15, 14, 13]);
  });
});
