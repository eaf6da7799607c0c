import { describe, expect, it } from '@jest/globals';
import { inLanguage } from '../../platform/language/language.js';
import { letterWords, plainText } from './letter-words.js';

const message = (title: string) => ({
  title,
  text: 'Five minutes.',
  url: 'https://learn.example.org/x',
  action: 'Start',
});
const SETTINGS = 'https://learn.example.org/messages';

describe('the words of a letter', () => {
  it.each([
    [1, 'One', null],
    [2, 'One, and 1 more message', 'There are 2 messages for you.'],
    [12, 'One, and 11 more messages', 'There are 12 messages for you.'],
  ])('about %i messages', (n, subject, intro) => {
    const messages = Array.from({ length: n }, (_, index) => message(index === 0 ? 'One' : `Number ${index}`));
    expect(letterWords('Sam', messages, SETTINGS)).toMatchObject({ subject, intro, greeting: 'Hello Sam' });
  });

  it('read without any markup', () => {
    const words = letterWords('Sam', [message('A title <b>')], SETTINGS);
    expect(plainText(words)).toBe(
      [
        'Hello Sam',
        '',
        'A title <b>',
        'Five minutes.',
        'Start: https://learn.example.org/x',
        '',
        '-- ',
        'You get this because you work with us. You can read all your messages in CX University.',
        'Read my messages, or choose not to get them by e-mail: https://learn.example.org/messages',
        '',
      ].join('\n'),
    );
  });

  it('are in Welsh for a Welsh reader', () => {
    const { greeting, intro } = inLanguage('cy', () => letterWords('Eleri', [message('Un'), message('Dau')], SETTINGS));
    expect([greeting, intro]).toEqual(['Helo Eleri', 'Mae 2 neges i chi.']);
  });
});
