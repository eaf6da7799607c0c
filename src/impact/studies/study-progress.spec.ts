import { describe, expect, it } from '@jest/globals';
import type { RunJob, RunUnderWay } from './studies.queries.js';
import { runState, studyProgress } from './study-progress.js';

const JOB: RunJob = { id: 1, begun: true, over: false, parked: false, tries: 0, done: 2, total: 6, phase: 'leads' };
const run = (job: Partial<RunJob> | null): RunUnderWay => ({
  ...{ runId: 1, askedAt: new Date('2027-02-10T10:00:00Z') },
  job: job && { ...JOB, ...job },
});

it.each<[string, RunUnderWay | null, string]>([
  ['none where there is no run', null, 'none'],
  ['running before its job is there', run(null), 'running'],
  ['running while its job is', run({}), 'running'],
  ['failed once its job is parked', run({ parked: true }), 'failed'],
  ['cut short when its job ended before it', run({ over: true }), 'cutShort'],
])('a run is %s', (_, under, state) => expect(runState(under)).toBe(state));

describe('how far a run is', () => {
  it.each<[string, RunUnderWay | null, object]>([
    ['it is over', null, { value: 1, max: 1, words: 'It has ended.', over: true }],
    ['it was given up', run({ parked: true }), { value: 1, max: 1, words: 'It has ended.', over: true }],
    ['it waits', run({ begun: false }), { value: null, max: null, words: 'It begins in a moment.', over: false }],
    [
      'it was interrupted',
      run({ begun: false, tries: 1 }),
      { value: null, max: null, words: 'It was interrupted and will be begun again in a moment.', over: false },
    ],
    [
      'it is busy',
      run({}),
      { value: 2, max: 6, words: 'It’s checked whether scores moved before the training.', over: false },
    ],
    [
      'it has begun',
      run({ phase: null, done: 0, total: null }),
      { value: 0, max: 1, words: 'It has begun.', over: false },
    ],
  ])('%s', (_, under, view) => expect(studyProgress(under)).toEqual(view));
});
