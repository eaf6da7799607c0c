import { describe, expect, it } from '@jest/globals';
import { inLanguage } from './language.js';
import { msg, t } from './t.js';

const BRANCHES = msg('{n, plural, one {# branch} other {# branches}}');

describe('a message', () => {
  it.each([
    [0, '0 branches'],
    [1, '1 branch'],
    [2400, '2,400 branches'],
  ])('counts %d in English', (n, said) => expect(t(BRANCHES, { n })).toBe(said));

  it('is said in the reader’s language', () => {
    expect(t('Privacy')).toBe('Privacy');
    expect(inLanguage('cy', () => t('Privacy'))).toBe('Preifatrwydd');
  });

  it('keeps the reader through what is waited for', async () => {
    const later = inLanguage('cy', async () => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      return t('Privacy');
    });
    expect(t('Privacy')).toBe('Privacy');
    expect(await later).toBe('Preifatrwydd');
  });

  it('is said in English while nobody has put it into Welsh', () => {
    expect(inLanguage('cy', () => t('{name} has not been put into Welsh', { name: 'It' }))).toBe(
      'It has not been put into Welsh',
    );
  });

  it('puts values in as they are, markup and braces included', () => {
    expect(t('{name} asked you', { name: '<b>{x}</b>' })).toBe('<b>{x}</b> asked you');
  });

  it('refuses to be said without a value that it names', () => {
    expect(() => t('{name} asked you', {})).toThrow();
  });
});
