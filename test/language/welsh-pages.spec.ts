import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { root } from '../../src/platform/root.js';
import { PAGES } from '../journeys/pages.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';

const FOLDER = join(root, 'locales', 'cy');
const entries = readdirSync(FOLDER).flatMap((file) =>
  Object.entries(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Record<string, string>),
);

/** A template's name, and what authors called their weeks: content is not translated. */
const ALSO_CONTENT = 'Love Your Customers Week';

/** Messages of two words or more that Welsh says in another way. */
const plain = new Set(
  entries
    .filter(([english, welsh]) => /[a-z] [a-z]/i.test(english) && english !== welsh && !english.includes('{'))
    .filter(([english]) => english !== ALSO_CONTENT)
    .map(([english]) => english),
);

/** Messages with simple values and enough words around them to be told from a name or a text of an author. */
const patterns = entries
  .filter(([english]) => english.includes('{') && !english.includes('{n, plural') && !/, (plural|select)/.test(english))
  .filter(([english]) => (english.replace(/\{\w+\}/g, ' ').match(/[a-z’]{2,}/gi) ?? []).length >= 3)
  .map(
    ([english]) =>
      new RegExp(
        `^${english
          .split(/\{\w+\}/)
          .map(escaped)
          .join('.+')}$`,
        's',
      ),
  );

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** What stands between tags, as a reader sees it. */
function textsOf(html: string): string[] {
  const body = html.slice(html.indexOf('<body'));
  const texts = body.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').split(/<[^>]*>/);
  return texts
    .map((text) => text.replaceAll('&amp;', '&').replaceAll('&#x27;', '’').replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
}

describe('in Welsh', () => {
  let app: TestApp;
  const browsers = new Map<string, Browserless>();

  beforeAll(async () => {
    app = await startTestApp({ demo: true });
    await app.db.query(`update person set language = 'cy'`);
  }, 240_000);
  afterAll(() => app.stop());

  const browserOf = async (reference: string | null): Promise<Browserless> => {
    const key = reference ?? 'nobody';
    const open = browsers.get(key) ?? (await opened(reference));
    browsers.set(key, open);
    return open;
  };

  const opened = async (reference: string | null): Promise<Browserless> => {
    if (reference !== null) {
      const person = await app.db.one<{ id: number }>('select id from person where reference = $1', [reference]);
      return app.signInAs(person!.id);
    }
    const nobody = app.visitor();
    await nobody.get('/sign-in');
    await nobody.post('/language', { language: 'cy', next: '/sign-in' });
    return nobody;
  };

  it.each(PAGES.map(({ as, path }) => [path, as ?? 'nobody', as] as const))(
    '%s for %s says nothing of ours in English',
    async (path, _, as) => {
      const { status, text } = await (await browserOf(as)).get(path);
      expect(status).toBe(200);
      expect(text).toContain('lang="cy-GB"');
      const english = textsOf(text).filter((one) => plain.has(one) || patterns.some((pattern) => pattern.test(one)));
      expect([...new Set(english)]).toEqual([]);
    },
  );

  it('goes back to English at the foot of the page, for good', async () => {
    const sam = await browserOf('100001');
    const home = await sam.get('/');
    expect(home.text).toContain('Preifatrwydd');
    const answer = await sam.post('/language', { language: 'en', next: '/record' });
    expect(answer).toMatchObject({ status: 303, location: '/record' });
    expect((await sam.get('/record')).text).toContain('lang="en-GB"');
    const language = await app.db.one(`select language from person where reference = '100001'`);
    expect(language).toEqual({ language: 'en' });
    await sam.post('/language', { language: 'cy', next: '/' });
  });

  it('takes no other language, and leads nowhere else', async () => {
    const sam = await browserOf('100001');
    expect((await sam.post('/language', { language: 'fr', next: '/' })).status).toBe(400);
    const away = await sam.post('/language', { language: 'cy', next: 'https://elsewhere.example/' });
    expect(away.location).toBe('/');
  });
});
