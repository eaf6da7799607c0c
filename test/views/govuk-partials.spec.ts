import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../src/platform/root.js';
import { COMPONENTS } from './govuk-options.js';
import { normalised } from './markup.js';
import { renderPartial } from './partial.js';

interface Fixture {
  name: string;
  options: Record<string, unknown>;
  html: string;
}

function fixturesOf(component: string): Fixture[] {
  const path = `node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`;
  return (JSON.parse(readFileSync(join(root, path), 'utf8')) as { fixtures: Fixture[] }).fixtures;
}

for (const { component, partial, translate, atLeast } of COMPONENTS) {
  describe(`the partial '${partial}' prints what govuk-frontend's ${component} prints`, () => {
    const cases = fixturesOf(component).flatMap((fixture) => {
      const params = translate(fixture.options);
      return params ? [{ ...fixture, params }] : [];
    });

    it(`speaks for at least ${atLeast} of its fixtures`, () => {
      expect(cases.length).toBeGreaterThanOrEqual(atLeast);
    });

    for (const { name, params, html } of cases) {
      it(name, () => {
        expect(normalised(renderPartial(partial, params))).toBe(normalised(html));
      });
    }
  });
}
