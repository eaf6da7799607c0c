import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { importPeople } from '../network/files.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { counter, counterWorld, freshStart, nameOf } from './shared-devices-world.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await counterWorld(app);
});
afterAll(() => app.stop());
beforeEach(() => freshStart(app));

const namesOn = (text: string) =>
  [...text.matchAll(/class="names__name"[\s\S]*?<span>([^<]+)<\/span><\/a>/g)].map(([, name]) => name);

describe('few names on a locked device', () => {
  it('stand there to be chosen, with nothing to search in', async () => {
    const browser = await counter(app);
    const page = await browser.get('/counter');
    expect(namesOn(page.text)).toEqual(['Eleri Pugh', 'Ola Reed', 'Pat Lloyd', 'Sam Kaur']);
    expect(page.words).not.toContain('Find your name');
  });
});

describe('many names on a locked device', () => {
  beforeAll(async () => {
    const more = [
      'Tomáš Wiśniewski',
      'Michał Kowal',
      'Siân Rees',
      ...Array.from({ length: 20 }, (_, n) => `Colleague ${n}`),
    ];
    await importPeople(
      app,
      more.map((name, n) => `${300_001 + n},${name},,000001,staff,2020-01-01,`),
    );
  });

  const find = async (name: string) => {
    const browser = await counter(app);
    await browser.get('/counter');
    return { browser, answer: await browser.post('/counter/names', { name }) };
  };

  it('stand under their letters, with a field to find one', async () => {
    const browser = await counter(app);
    const page = await browser.get('/counter');
    expect(page.words).toContain('Find your name');
    expect(page.text).toMatch(/<a href="#letter-T">T<\/a>/);
    expect(page.text).toContain('action="/counter/names"');
  });

  it.each([
    ['tomas', 'Tomáš Wiśniewski'],
    ['  WISNIEWSKI ', 'Tomáš Wiśniewski'],
    ['michal kow', 'Michał Kowal'],
    ['sian', 'Siân Rees'],
  ])('%j leads to the one whom it can mean', async (typed, name) => {
    const { browser, answer } = await find(typed);
    expect([answer.status, answer.location]).toEqual([303, await nameOf(browser, name)]);
  });

  it('several are shown without the others, and the way back to all', async () => {
    const { answer } = await find('colleague 1');
    expect(answer.status).toBe(200);
    expect(namesOn(answer.text)).toHaveLength(11);
    expect(answer.text).toContain('href="/counter">All names</a>');
  });

  it.each(['zzz', 'Dawn Hill', '900001'])('%j is nobody here, and the page says so', async (typed) => {
    const { answer } = await find(typed);
    expect(answer.words).toContain('No name here begins or goes like that.');
    expect(namesOn(answer.text)).toEqual([]);
  });

  it('nothing typed finds all, and no name stands in an address', async () => {
    const { answer } = await find('');
    expect(namesOn(answer.text)).toHaveLength(27);
    expect(answer.text).not.toMatch(/(href|action)="[^"]*(Sam|Kaur|100001)/);
  });

  it('for an outsider there are none: an ordinary browser, and one at which somebody is at work', async () => {
    expect((await app.visitor().post('/counter/names', { name: 'sam' })).location).toBe('/counter');
    const { browser } = await find('');
    const sam = await nameOf(browser, 'Sam Kaur');
    await browser.get(sam);
    await browser.post(sam, { pin: '407281' });
    await browser.get('/');
    expect((await browser.post('/counter/names', { name: 'pat' })).location).toBe('/counter');
  });
});
