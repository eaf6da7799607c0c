import { describe, expect, it } from '@jest/globals';
import { DRIVERS } from '../../platform/drivers.js';
import { usualReason } from './usual-reason.js';

describe('the reason filled in beforehand', () => {
  it.each([...DRIVERS, null])('for %s is a short sentence without a figure, a score or a rank', (driver) => {
    expect(usualReason(driver)).toMatch(/^So that .{20,150}\.$/);
    expect(usualReason(driver)).not.toMatch(/\d|score|rank|below|worse|weak|target/i);
  });
});
