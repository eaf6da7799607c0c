import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { type SignIn, whereAshbridgeSlips } from './world.js';

let app: TestApp;
let dawn: Browserless;
let signIn: SignIn;

beforeAll(async () => void ({ app, signIn, dawn } = await whereAshbridgeSlips()));
afterAll(() => app.stop());

const headingsOf = (html: string) =>
  [...html.matchAll(/<th scope="col" role="columnheader"[^>]*>(.*?)<\/th>/gs)]
    .map(([, cell = '']) => cell.replaceAll(/<[^>]+>/g, '').trim())
    .filter((cell) => cell !== 'Select');

const plain = ({ text }: { text: string }) => text.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');

describe('the columns of a table', () => {
  it('are the usual ones until somebody chooses, and then the chosen ones in their own order', async () => {
    expect(headingsOf((await dawn.get('/areas/A07')).text)).toEqual([
      ...['Name', 'Assigned completion', 'Ease', 'Emotion', 'Driver to work on', 'Responses', 'Worth doing'],
    ]);
    const { text } = await dawn.get('/areas/A07?columns=responses&columns=net&columns=knowledge&columns=sql');
    expect(headingsOf(text)).toEqual(['Name', 'Net emotion', 'Knowledge', 'Responses']);
    expect(text).toContain('Choose columns');
    expect(text).toContain('Back to the usual columns');
  });

  it('keep what else was chosen, and stay when something else is', async () => {
    const text = plain(await dawn.get('/areas/A07?columns=net&show=az&weeks=13'));
    expect(text).toContain('/areas/A07.csv?show=az&columns=net&weeks=13');
    expect(text.match(/<input type="hidden" name="columns" value="net">/g)).toHaveLength(2);
  });

  it('order the table, also by a driver, lowest first', async () => {
    const { text } = await dawn.get('/areas/A07?columns=knowledge.expectations&show=expectations');
    const names = [...text.matchAll(/<span class="b"><a href="[^"]*">(.*?)<\/a>/g)].map(([, name]) => name);
    expect(names).toEqual(['Ashbridge', 'Vennelshaw', 'Quietby']);
    expect(text).toContain('aria-sort="ascending"');
    expect(text).toContain('Lowest first: Expectations');
  });

  it('lead from each number to what is behind it', async () => {
    const text = plain(await dawn.get('/areas/A07?columns=responses.overdue.ease.completion'));
    expect(text).toContain('href="/feedback/responses?unit=021047&from=2027-01-11&to=2027-02-01"');
    expect(text).toContain('href="/units/021047"');
    expect((await dawn.get('/feedback/responses?unit=021047&from=2027-01-11&to=2027-02-01')).text).toContain('239');
  });

  it('leave out what is worth doing for whoever can do nothing there', async () => {
    const nik = await signIn('nik');
    for (const path of ['/dashboard', '/regions/R1', '/areas/A07']) {
      const { text } = await nik.get(path);
      expect(headingsOf(text).at(-1)).toBe('Responses');
      expect(text).not.toContain('id="column-next"');
    }
  });

  it.each(['/dashboard', '/regions/R1'])('can be chosen on %s, too', async (path) => {
    const { text } = await (await signIn('nik')).get(`${path}?columns=courses.friendly.change.comments`);
    expect(headingsOf(text)).toEqual(['Name', 'Course completion', 'Change in ease', 'Friendly', 'Comments']);
  });
});
