import { describe, expect, it } from '@jest/globals';
import { Lasting } from './lasting.js';

describe('what lasts', () => {
  it('is fetched once', async () => {
    const lasting = new Lasting<number, string>(10);
    let fetched = 0;
    const find = () => Promise.resolve(`found ${(fetched += 1)}`);
    expect([await lasting.get(1, find), await lasting.get(1, find), await lasting.get(2, find)]).toEqual([
      'found 1',
      'found 1',
      'found 2',
    ]);
  });

  it('is asked for again while it is not there', async () => {
    const lasting = new Lasting<number, string>(10);
    expect(await lasting.get(1, () => Promise.resolve(null))).toBeNull();
    expect(await lasting.get(1, () => Promise.resolve('now'))).toBe('now');
  });

  it('is not remembered when it could not be had', async () => {
    const lasting = new Lasting<number, string>(10);
    await expect(lasting.get(1, () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await lasting.get(1, () => Promise.resolve('back'))).toBe('back');
  });

  it('makes room by what was longest unasked for', () => {
    const lasting = new Lasting<string, string>(2);
    const made: string[] = [];
    const ask = (key: string) => lasting.compute(key, () => (made.push(key), key));
    ['a', 'b', 'a', 'c', 'a', 'b'].forEach(ask);
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });
});
