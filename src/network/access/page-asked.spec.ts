import { describe, expect, it } from '@jest/globals';
import { pageAsked, type RouteAsked } from './page-asked.js';

const route = (path: string, roles: RouteAsked['permission'], method = 'GET'): RouteAsked => ({
  method,
  path,
  permission: roles,
  isPublic: roles === null,
});
const AREAS = { roles: ['areaManager'] as const };
const UNITS = { roles: ['staff'] as const };
const ROUTES = [
  route('/areas/:code', AREAS),
  route('/areas/:code/weeks.csv', AREAS),
  route('/units/:code', UNITS),
  route('/units/:code/actions', UNITS, 'POST'),
  route('/assignments/new', AREAS),
  route('/assignments/:id', UNITS),
  route('/privacy', null),
];

describe('what an address asks for', () => {
  it.each<[string, readonly string[] | null, { kind: string; code: string } | null]>([
    ['/areas/A07', ['areaManager'], { kind: 'area', code: 'A07' }],
    ['/areas/A07?show=az#top', ['areaManager'], { kind: 'area', code: 'A07' }],
    ['/areas/A%2007/', ['areaManager'], { kind: 'area', code: 'A 07' }],
    ['/units/000001', ['staff'], { kind: 'unit', code: '000001' }],
    ['/assignments/new', ['areaManager'], null],
    ['/assignments/12', ['staff'], null],
    ['/privacy', null, null],
  ])('%s', (path, roles, place) => expect(pageAsked(path, ROUTES)).toEqual({ roles, place }));

  it.each(['/nowhere', '/units/000001/actions', '/areas', '/areas/%'])(
    'nothing at %s, or a place as it is typed',
    (path) => {
      const found = pageAsked(path, ROUTES);
      expect(found === null || found.place?.code === '%').toBe(true);
    },
  );
});
