import { describe, expect, it } from '@jest/globals';
import { DRIVERS } from '../../platform/drivers.js';
import { USUAL_REASON } from './usual-reason.js';

describe('the reason filled in beforehand', () => {
  it.each(DRIVERS)('for %s is a short sentence without a figure, a score or a rank', (driver) => {
    expect(USUAL_REASON[driver]).toMatch(/^So that .{20,150}\.$/);
    expect(USUAL_REASON[driver]).not.toMatch(/\d|score|rank|below|worse|weak|target/i);
  });
});
