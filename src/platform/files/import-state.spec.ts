import { describe, expect, it } from '@jest/globals';
import { IMPORT_STATES, isUnderWay, statesBefore } from './import-state.js';

describe('the life of an imported file', () => {
  it('is taken over only after it was looked at', () => {
    expect(statesBefore('taking')).toEqual(['looked']);
    expect(statesBefore('taken')).toContain('taking');
    expect(statesBefore('taken')).not.toContain('looked');
  });

  it('can be looked at again as long as nothing of it was taken over', () => {
    expect(statesBefore('looking')).toEqual(['received', 'looked', 'failed', 'stopped']);
  });

  it('is never thrown away under a job', () => {
    expect(statesBefore('dropped').filter(isUnderWay)).toEqual([]);
  });

  it('ends: nothing follows on what was thrown away, and on what was taken over only that it is taken back', () => {
    expect(IMPORT_STATES.filter((next) => statesBefore(next).includes('dropped'))).toEqual([]);
    expect(IMPORT_STATES.filter((next) => statesBefore(next).includes('undone'))).toEqual([]);
    expect(IMPORT_STATES.filter((next) => statesBefore(next).includes('taken'))).toEqual(['undoing', 'undone']);
  });

  it('stays taken over when it cannot be taken back', () => {
    expect(statesBefore('taken')).toContain('undoing');
  });
});
