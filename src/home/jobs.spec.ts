import { describe, expect, it } from '@jest/globals';
import type { Role } from '../platform/actor.js';
import type { HomeFacts } from './home-facts.js';
import { comesToLearn, jobsOf } from './jobs.js';

const region = { id: 1, code: 'R1', name: 'North' };
const place = { id: 1, code: '021047', name: 'Ashbridge' };
const area = { id: 7, code: 'A07', name: 'Northmere and Coast' };

function as(...roles: Role[]): Parameters<typeof jobsOf>[0] {
  return { actor: { roles }, unit: place, areas: [area], regions: [region] } as unknown as HomeFacts;
}

describe('what a role looks after', () => {
  it.each<[Role, string[]]>([
    ['staff', []],
    ['guest', []],
    ['postmaster', ['/units/021047', '/assignments']],
    ['departmentManager', ['/units/021047', '/assignments']],
    ['champion', ['/units/021047']],
    ['areaManager', ['/areas/A07', '/assignments']],
    ['regionalManager', ['/regions/R1', '/assignments']],
    ['author', ['/courses', '/campaigns', '/assignments']],
    ['analyst', ['/impact/completion-and-scores', '/feedback/imports', '/campaigns']],
    ['administrator', ['/feedback/imports', '/impact/completion-and-scores']],
  ])('%s', (role, paths) => {
    expect(jobsOf(as(role)).map((job) => job.action.path)).toEqual(paths);
  });

  it('shows each card once to somebody with two jobs', () => {
    const paths = jobsOf(as('postmaster', 'champion')).map((job) => job.action.path);
    expect(paths).toEqual(['/units/021047', '/assignments']);
  });

  it('has nothing for a champion whose unit is not there today', () => {
    expect(jobsOf({ ...as('champion'), unit: null })).toEqual([]);
  });
});

describe('who comes to learn first', () => {
  it.each<[Role[], boolean]>([
    [['staff'], true],
    [['postmaster'], true],
    [['staff', 'champion'], true],
    [['areaManager'], false],
    [['staff', 'administrator'], false],
    [['author'], false],
  ])('%j: %s', (roles, learns) => expect(comesToLearn(roles)).toBe(learns));
});
