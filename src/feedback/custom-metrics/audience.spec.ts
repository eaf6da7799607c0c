import { describe, expect, it } from '@jest/globals';
import type { Post, Role } from '../../platform/actor.js';
import { audiencesAt } from './audience.js';

const post = (role: Role, place: Post['place']): Post => ({ role, place, cover: null });
const ASHBRIDGE = { unitId: 1, areaId: 7, regionId: 1 };

describe('who sees a number at a place', () => {
  it.each<[string, Post[], string[]]>([
    ['a colleague at the counter', [post('staff', { kind: 'unit', id: 1 })], ['everyone']],
    ['its postmaster', [post('postmaster', { kind: 'unit', id: 1 })], ['everyone', 'leaders']],
    ['its area manager', [post('areaManager', { kind: 'area', id: 7 })], ['everyone', 'leaders', 'managers']],
    ['the manager of another area', [post('areaManager', { kind: 'area', id: 8 })], ['everyone']],
    ['an analyst', [post('analyst', { kind: 'network' })], ['everyone', 'leaders', 'managers', 'team']],
    [
      'staff here who leads elsewhere',
      [post('staff', { kind: 'unit', id: 1 }), post('postmaster', { kind: 'unit', id: 2 })],
      ['everyone'],
    ],
  ])('%s', (_who, posts, audiences) => {
    expect(audiencesAt({ posts }, ASHBRIDGE)).toEqual(audiences);
  });
});
