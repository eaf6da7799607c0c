import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';

describe('what was planted in the demo', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp({ demo: true });
  }, 180_000);
  afterAll(() => app.stop());

  const open = async (reference: string) => {
    const person = await app.db.one<{ id: number }>('select id from person where reference = $1', [reference]);
    return (await app.signInAs(person!.id)).get('/demo/truth');
  };

  it('is told story by story: what, where, since when, how it was chosen and what is true', async () => {
    const { words } = await open('310001');
    expect(words).toMatch(/Random waves: it works True effect on ease: \+2\.0 points/);
    expect(words).toMatch(/Wave 1 11 May 2026 \d+ [A-Z]/);
    expect(words).toMatch(/Wave 3 3 August 2026 \d+ [A-Z]/);
    expect(words).toMatch(/Comparison Never \d+ [A-Z]/);
    expect(words).toMatch(/The lowest first: it does nothing True effect on ease: 0 points/);
    expect(words).toMatch(/All of them 7 September 2026 30 [A-Z]/);
    expect(words).toMatch(/All of them 18 January 2027 25 [A-Z]/);
    expect(words).toContain('Queues: keep people in the loop');
  });

  it('names no areas to whoever leads one: they are told how many', async () => {
    const { words } = await open('200001');
    expect(words).toMatch(/Wave 1 11 May 2026 \d+ 6 Wave 2/);
    expect(words).not.toMatch(/Wave 1 11 May 2026 \d+ [A-Z]/);
  });

  it('is not for those who do not read studies', async () => {
    expect((await open('100001')).status).toBe(403);
  });

  it('is nowhere where no demo was loaded', async () => {
    await app.db.query(`delete from setting where key = 'demo.truth'`);
    expect((await open('310001')).status).toBe(404);
  });
});
