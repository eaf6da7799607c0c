import { describe, expect, it } from '@jest/globals';
import { IMPORT_STATES, isUnderWay, statesBefore } from './import-state.js';

describe('the life of an imported file', () => {
  it('is taken over only after it was looked at', () => {
    expect(statesBefore('taking')).toEqual(['looked']);
    expect(statesBefore('taken')).toEqual(['taking']);
  });

  it('can be looked at again as long as nothing of it was taken over', () => {
    expect(statesBefore('looking')).toEqual(['received', 'looked', 'failed', 'stopped']);
  });

  it('is never thrown away under a job', () => {
    expect(statesBefore('dropped').filter(isUnderWay)).toEqual([]);
  });

  it('ends: nothing follows on what was taken over or thrown away', () => {
    const reached = IMPORT_STATES.flatMap(statesBefore);
    expect(reached).not.toContain('taken');
    expect(reached).not.toContain('dropped');
  });
});
