import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor, Role } from '../actor.js';
import { Navigation } from './navigation.js';

const actorWith = (...roles: Role[]): Actor => ({
  personId: 1,
  reference: '100001',
  name: 'Sam Kaur',
  language: 'en',
  posts: [],
  roles,
  reach: { network: false, regionIds: [], areaIds: [], unitIds: [] },
  unitId: null,
  areaId: null,
});

let navigation: Navigation;
beforeEach(() => {
  navigation = new Navigation();
  const all = () => true;
  navigation.register({ label: 'Courses', path: '/courses', icon: 'book', order: 20, shows: all });
  navigation.register({ label: 'Home', path: '/', icon: 'home', order: 10, shows: all });
  navigation.register({ label: 'Studio', path: '/courses/studio', icon: 'pen', order: 30, shows: isAuthor });
});
const isAuthor = (actor: Actor) => actor.roles.includes('author');

const labels = (actor: Actor | null) => navigation.linksFor(actor, '/').map((link) => link.label);
const currentAt = (path: string, actor = actorWith('author')) =>
  navigation
    .linksFor(actor, path)
    .filter((link) => link.current)
    .map((link) => link.label);

describe('the navigation', () => {
  it('has an order of its own, whichever module comes first', () =>
    expect(labels(actorWith('author'))).toEqual(['Home', 'Courses', 'Studio']));

  it('shows each what is for them', () => expect(labels(actorWith('staff'))).toEqual(['Home', 'Courses']));

  it('is empty for nobody', () => expect(labels(null)).toEqual([]));

  it.each([
    ['/', ['Home']],
    ['/courses', ['Courses']],
    ['/courses/a-proper-hello/lessons/1', ['Courses']],
    ['/courses/studio', ['Studio']],
    ['/courses/studio/new', ['Studio']],
    ['/courses-old', []],
    ['/record', []],
  ])('at %s marks %j', (path, current) => expect(currentAt(path)).toEqual(current));

  it('marks the nearest entry that is shown', () =>
    expect(currentAt('/courses/studio', actorWith('staff'))).toEqual(['Courses']));
});
