import { expect, it } from '@jest/globals';
import { DeclaredRoutes } from '../../src/platform/web/declared-routes.js';
import { startTestApp } from '../support/app.js';
import { describeInBrowser, DESK, PHONE, violationsOf, type Visitor, weighFirstVisit } from '../support/browser.js';
import { expectSound, setStage } from '../support/stage.js';
import { unreachedByKeyboard } from '../support/keyboard.js';
import { ELSEWHERE, PAGES } from './pages.js';

const MOST_KILOBYTES = 120;
const MOST_REQUESTS = 6;

describeInBrowser('every page', () => {
  const stage = setStage(() => startTestApp({ demo: true }));

  /** One browser window a person, kept open: each looks at many pages. */
  const windows = new Map<string | null, Visitor>();
  const windowOf = async (reference: string | null): Promise<Visitor> => {
    const open = windows.get(reference);
    if (open) return open;
    const visitor = await stage.arrive(reference, PHONE);
    windows.set(reference, visitor);
    return visitor;
  };

  it('has an example among these pages', () => {
    const routes = stage.app.nest.get(DeclaredRoutes, { strict: false }).all();
    const asked = routes.filter((route) => route.method === 'GET').map((route) => route.path);
    const shown = new Set([...PAGES.map((page) => page.route), ...ELSEWHERE]);
    expect(asked.filter((path) => !shown.has(path))).toEqual([]);
  });

  it.each(PAGES.map(({ as, path }) => [path, as ?? 'nobody', as] as const))(
    '%s for %s is sound on a phone, at a desk and on the narrowest screen',
    async (path, _, as) => {
      const { page, troubles, visit } = await windowOf(as);
      troubles.length = 0;
      await page.setViewportSize(PHONE);
      expect((await visit(path))?.status()).toBe(200);
      await expectSound(page);
      await page.setViewportSize(DESK);
      expect(await violationsOf(page)).toEqual([]);
      expect(await unreachedByKeyboard(page)).toEqual([]);
      expect(troubles).toEqual([]);
    },
  );

  it.each(PAGES.filter((page) => page.learner).map(({ path, as }) => [path, as] as const))(
    'is light on a first visit: %s',
    async (path, as) => {
      const visitor = await stage.arrive(as, PHONE);
      const { requests, kilobytes } = await weighFirstVisit(visitor.page.context(), path);
      expect(kilobytes).toBeLessThan(MOST_KILOBYTES);
      expect(requests).toBeLessThanOrEqual(MOST_REQUESTS);
      await visitor.leave();
    },
  );
});
