import { describe, expect, it } from '@jest/globals';
import type { UnitPlace } from '../network/network.queries.js';
import { presentVoice } from './voice.presenter.js';

const ashbridge: UnitPlace = {
  id: 1,
  code: '021047',
  name: 'Ashbridge',
  kind: 'branch',
  nation: 'england',
  areaId: 1,
  areaCode: 'A07',
  areaName: 'Northmere and Coast',
  regionId: 1,
  regionCode: 'R1',
  regionName: 'North',
};
const kind = {
  unitId: 1,
  answeredAt: new Date('2027-02-05T09:00:00Z'),
  ease: 5,
  emotion: 2,
  comment: 'She rang the depot there and then. ',
  smallUnit: false,
  poor: [],
};
const TODAY = '2027-02-10';

describe('a customer’s words on the home page', () => {
  it('come with the day, the feeling and the ease', () => {
    expect(presentVoice([kind], ashbridge, TODAY)).toEqual({
      title: 'A customer at your branch said',
      quote: 'She rang the depot there and then.',
      about: 'Friday 5 February. Felt delighted. Ease 5 of 5.',
      action: { text: 'See what others said about Ashbridge', path: '/units/021047' },
    });
  });

  it('come with the month only at a small unit', () => {
    const voice = presentVoice([{ ...kind, ease: null, smallUnit: true }], ashbridge, TODAY);
    expect(voice?.about).toBe('February 2027. Felt delighted.');
  });

  it('fit the kind of place', () => {
    const place = { ...ashbridge, kind: 'contactCentre' as const };
    expect(presentVoice([kind], place, TODAY)?.title).toBe('A customer of your contact centre said');
  });

  it('are left out where there are none to show, or no unit', () => {
    expect(presentVoice([], ashbridge, TODAY)).toBeNull();
    expect(presentVoice([kind], null, TODAY)).toBeNull();
  });
});
