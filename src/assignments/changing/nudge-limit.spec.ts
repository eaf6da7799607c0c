import { describe, expect, it } from '@jest/globals';
import { type LeftOut, type NudgeFacts, whyLeftOut } from './nudge-limit.js';

const somebody: NudgeFacts = { finished: false, settled: false, onLeave: false, nudgedAt: null };

describe('who is nudged on 10 February', () => {
  it.each<[string, Partial<NudgeFacts>, LeftOut | null]>([
    ['somebody who was never nudged', {}, null],
    ['who has finished', { finished: true, onLeave: true }, 'finished'],
    ['who was let off', { settled: true }, 'settled'],
    ['who is away', { onLeave: true }, 'onLeave'],
    ['nudged this morning', { nudgedAt: new Date('2027-02-10T08:00:00Z') }, 'nudgedLately'],
    ['nudged late two days ago', { nudgedAt: new Date('2027-02-08T00:00:00Z') }, 'nudgedLately'],
    ['nudged in the last second of three days ago', { nudgedAt: new Date('2027-02-07T23:59:59Z') }, null],
  ])('%s', (_, facts, why) => expect(whyLeftOut({ ...somebody, ...facts }, '2027-02-10')).toBe(why));

  it('counts days in London, in summer too', () => {
    expect(whyLeftOut({ ...somebody, nudgedAt: new Date('2027-07-01T23:30:00Z') }, '2027-07-04')).toBe('nudgedLately');
    expect(whyLeftOut({ ...somebody, nudgedAt: new Date('2027-07-01T22:30:00Z') }, '2027-07-04')).toBeNull();
  });
});
