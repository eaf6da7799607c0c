import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localPath } from './local-path.js';

describe('where to go after signing in', () => {
  it.each(['/', '/today', '/courses?driver=friendly', '/assignments/new?unit=021047&unit=000002', '/help/a%20b#top'])(
    '%s is kept',
    (path) => expect(localPath(path)).toBe(path),
  );

  it.each([
    'https://evil.example/',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    'javascript:alert(1)',
    'evil.example',
    '',
    '/sign-in',
    '/sign-in?next=/x',
    '/sign-out',
    undefined,
    ['/a', '/b'],
  ])('%s leads home', (wanted) => expect(localPath(wanted)).toBe('/'));

  it('never leaves the site, whatever is asked', () => {
    const nasty = fc.array(fc.constantFrom('/', '\\', '.', ':', '@', 'evil.example', '%2f', '\t', '?', '#', 'http'), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(nasty, (parts) => {
        const path = localPath(`/${parts.join('')}`);
        expect(new URL(path, 'https://ours.example').host).toBe('ours.example');
      }),
      { numRuns: 2000 },
    );
  });
});
