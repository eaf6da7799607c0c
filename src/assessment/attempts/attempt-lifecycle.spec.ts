import { describe, expect, it } from '@jest/globals';
import {
  ATTEMPT,
  type AttemptState,
  type AttemptStep,
  RESPONSE,
  type ResponseState,
  type ResponseStep,
  take,
} from './attempt-lifecycle.js';

describe('an attempt', () => {
  it.each<[AttemptState, AttemptStep, AttemptState]>([
    ['open', 'answer', 'open'],
    ['open', 'handIn', 'handedIn'],
    ['handedIn', 'handIn', 'handedIn'],
  ])('that is %s may %s and is then %s', (from, step, to) => {
    expect(take(ATTEMPT, from, step)).toBe(to);
  });

  it('keeps its answers once handed in', () => {
    expect(() => take(ATTEMPT, 'handedIn', 'answer')).toThrow('You’ve handed this quiz in, so its answers stay');
  });
});

describe('an answer', () => {
  it.each<[ResponseState, ResponseStep, ResponseState]>([
    ['blank', 'answer', 'held'],
    ['held', 'answer', 'held'],
    ['held', 'check', 'checked'],
    ['checked', 'check', 'checked'],
  ])('that is %s may %s and is then %s', (from, step, to) => {
    expect(take(RESPONSE, from, step)).toBe(to);
  });

  it('is fixed once checked: by then the right one has been seen', () => {
    expect(() => take(RESPONSE, 'checked', 'answer')).toThrow(
      'You’ve already checked this one, so your first answer stays.',
    );
  });

  it('cannot be checked before it is given', () => {
    expect(() => take(RESPONSE, 'blank', 'check')).toThrow('Choose an answer first.');
  });
});
