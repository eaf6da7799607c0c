import { describe, expect, it } from '@jest/globals';
import { commonPhrase } from './common-phrase.js';

describe('what many comments share', () => {
  const elsewhere = [
    'Sent elsewhere again.',
    'I was sent elsewhere!',
    'Third time sent elsewhere',
    'Was SENT ELSEWHERE',
    'sent elsewhere, twice',
  ];

  it('is the pair of words that most of them hold', () => {
    expect(commonPhrase([...elsewhere, 'The queue was long'])).toEqual({
      phrase: 'sent elsewhere',
      comments: 5,
      of: 6,
    });
  });

  it('is nothing when fewer than five share it', () => expect(commonPhrase(elsewhere.slice(1))).toBeNull());

  it('is nothing when only a few of many share it', () => {
    const others = Array.from({ length: 20 }, (_, i) => `thing${i} word${i}`);
    expect(commonPhrase([...elsewhere, ...others])).toBeNull();
  });

  it('counts a phrase once a comment and not across sentences', () => {
    expect(commonPhrase(['queue long, queue long, queue long, queue long, queue long'])).toBeNull();
    expect(commonPhrase(Array.from({ length: 6 }, () => 'I was sent. Elsewhere is fine'))).toBeNull();
  });

  it('never is a pair of filler words or a masked detail', () => {
    expect(commonPhrase(Array.from({ length: 9 }, () => 'it was very [phone number]'))).toBeNull();
  });

  it('is nothing in no comments', () => expect(commonPhrase([])).toBeNull());
});
