import { describe, expect, it } from '@jest/globals';
import { stepBar } from './step-bar.js';

describe('the step bar', () => {
  it('says which steps are done and where you are', () => {
    expect(stepBar(2, 3)).toEqual({
      label: 'Progress: step 2 of 3',
      now: 2,
      of: 3,
      items: [
        { css: 'is-done', text: 'Step 1, done' },
        { css: 'is-now', text: 'Step 2, you are here' },
        { css: '', text: 'Step 3' },
      ],
    });
  });

  it('marks steps ahead that were done before', () => {
    expect(stepBar(1, 3, (step) => step === 3).items.map((item) => item.css)).toEqual(['is-now', '', 'is-done']);
  });
});
