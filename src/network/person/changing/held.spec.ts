import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Role } from '../../../platform/actor.js';
import { addDays } from '../../../platform/dates.js';
import { addBeside, endOn, type Held, overlaps, replaceJob, withMain } from './held.js';

const post = (role: Role, placeId: number, from: string, to: string | null = null, main = true): Held => ({
  role,
  kind: 'unit',
  placeId,
  from,
  to,
  main,
});
const said = (held: readonly Held[]) =>
  held.map(({ role, placeId, from, to, main }) => `${role} ${placeId} ${from}..${to ?? ''}${main ? ' main' : ''}`);

const COUNTER = post('staff', 1, '2026-01-01');

describe('a new job', () => {
  it('ends the one before on its first day', () => {
    expect(said(replaceJob([COUNTER], post('postmaster', 2, '2026-05-04')))).toEqual([
      'staff 1 2026-01-01..2026-05-04 main',
      'postmaster 2 2026-05-04.. main',
    ]);
  });

  it('with a last day is a time elsewhere, and the job goes on after it', () => {
    expect(said(replaceJob([COUNTER], post('staff', 2, '2026-05-04', '2026-06-01')))).toEqual([
      'staff 1 2026-01-01..2026-05-04 main',
      'staff 2 2026-05-04..2026-06-01 main',
      'staff 1 2026-06-01.. main',
    ]);
  });

  it('takes the place of one that was planned for later', () => {
    const planned = [post('staff', 1, '2026-01-01', '2026-09-01'), post('staff', 3, '2026-09-01')];
    expect(said(replaceJob(planned, post('staff', 2, '2026-05-04')))).toEqual([
      'staff 1 2026-01-01..2026-05-04 main',
      'staff 2 2026-05-04.. main',
    ]);
  });

  it('leaves a champion a champion', () => {
    const both = [COUNTER, post('champion', 1, '2026-02-01', null, false)];
    expect(said(replaceJob(both, post('staff', 2, '2026-05-04')))).toEqual([
      'staff 1 2026-01-01..2026-05-04 main',
      'champion 1 2026-02-01..',
      'staff 2 2026-05-04.. main',
    ]);
  });
});

describe('a post beside the job', () => {
  it('is never the main one while there is a job', () => {
    expect(said(addBeside([COUNTER], post('champion', 1, '2026-05-04')))).toEqual([
      'staff 1 2026-01-01.. main',
      'champion 1 2026-05-04..',
    ]);
  });

  it('becomes the main one on the day on which the job ends', () => {
    const both = [COUNTER, post('champion', 1, '2026-02-01', null, false)];
    expect(said(endOn(both, COUNTER, '2026-05-04'))).toEqual([
      'staff 1 2026-01-01..2026-05-04 main',
      'champion 1 2026-02-01..2026-05-04',
      'champion 1 2026-05-04.. main',
    ]);
  });
});

describe('an end', () => {
  it('takes away what has not begun', () => {
    expect(said(endOn([post('staff', 1, '2026-09-01')], post('staff', 1, '2026-09-01'), '2026-05-04'))).toEqual([]);
  });

  it('touches no other post and none that ended before', () => {
    const two = [post('staff', 1, '2025-01-01', '2026-01-01'), post('staff', 2, '2026-01-01')];
    expect(endOn(two, post('staff', 1, '2025-01-01'), '2026-03-01')).toEqual(two);
  });
});

it('the same post on the same days is held already', () => {
  expect(overlaps([COUNTER], post('staff', 1, '2026-03-01'))).toBe(true);
  expect(overlaps([COUNTER], post('staff', 2, '2026-03-01'))).toBe(false);
  expect(overlaps([{ ...COUNTER, to: '2026-03-01' }], post('staff', 1, '2026-03-01'))).toBe(false);
});

describe('on every day', () => {
  const START = '2026-01-01';
  const day = (n: number) => addDays(START, n);
  const anyHeld = fc
    .tuple(
      fc.constantFrom<Role>('staff', 'postmaster', 'champion'),
      fc.integer({ min: 1, max: 3 }),
      fc.nat(30),
      fc.nat(20),
    )
    .map(([role, place, from, length]) =>
      post(role, place, day(from), length === 0 ? null : day(from + length), false),
    );
  const holds = (held: readonly Held[], on: string) =>
    held.filter(({ from, to }) => from <= on && (to === null || on < to));

  it('exactly one of the posts is the main one, a job before anything beside it, and none is lost', () => {
    fc.assert(
      fc.property(fc.array(anyHeld, { maxLength: 6 }), (held) => {
        const found = withMain(held);
        for (let n = 0; n <= 60; n += 1) {
          const [before, after] = [holds(held, day(n)), holds(found, day(n))];
          const posts = (some: readonly Held[]) =>
            [...new Set(some.map(({ role, placeId }) => `${role} ${placeId}`))].sort();
          expect(posts(after)).toEqual(posts(before));
          const main = after.filter((one) => one.main);
          expect(main).toHaveLength(before.length > 0 ? 1 : 0);
          if (before.some(({ role }) => role !== 'champion')) expect(main[0]?.role).not.toBe('champion');
        }
      }),
    );
  });

  it('saying it twice changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyHeld, { maxLength: 6 }), (held) => {
        expect(withMain(withMain(held))).toEqual(withMain(held));
      }),
    );
  });
});
