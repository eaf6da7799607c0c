import { describe, expect, it } from '@jest/globals';
import { TooBusy } from './errors.js';
import { Turns } from './turns.js';

/** Work that ends when it is told to. */
function held() {
  let end = () => {};
  const over = new Promise<void>((resolve) => (end = resolve));
  return { over, end };
}

describe('taking turns', () => {
  it('lets so many work at a time, and the others in their order', async () => {
    const turns = new Turns(2, 60_000);
    const begun: string[] = [];
    const works = ['a', 'b', 'c', 'd'].map((name) => ({ name, ...held() }));
    const all = works.map(({ name, over }) => turns.take(() => (begun.push(name), over)));
    await Promise.resolve();
    expect(begun).toEqual(['a', 'b']);
    works[1]!.end();
    await all[1];
    expect(begun).toEqual(['a', 'b', 'c']);
    works.forEach(({ end }) => end());
    await Promise.all(all);
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
  });

  it('sends away who has waited too long, and gives the turn to the next', async () => {
    const turns = new Turns(1, 20);
    const first = held();
    const working = turns.take(() => first.over);
    await expect(turns.take(() => Promise.resolve('never'))).rejects.toThrow(TooBusy);
    first.end();
    await working;
    expect(await turns.take(() => Promise.resolve('now'))).toBe('now');
  });

  it('passes the turn on when work fails', async () => {
    const turns = new Turns(1, 60_000);
    await expect(turns.take(() => Promise.reject(new Error('No.')))).rejects.toThrow('No.');
    expect(await turns.take(() => Promise.resolve('next'))).toBe('next');
  });
});
