import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { folded } from '../../src/network/people/folded.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { aNetwork, NOW, signIn } from './people-world.js';

let app: TestApp;
let dawn: Browserless;
let ros: Browserless;
let regina: Browserless;
let pia: Browserless;

beforeAll(async () => {
  app = await startTestApp({ now: NOW });
  await aNetwork(app);
  [dawn, ros, regina, pia] = await Promise.all(['200001', '900001', '250001', '150001'].map((one) => signIn(app, one)));
});
afterAll(() => app.stop());

const namesOf = (text: string) =>
  [...text.matchAll(/<th role="rowheader" scope="row"><span class="b">(?:<a[^>]*>)?([^<]+)/g)].map(([, name]) => name);
const list = async (who: Browserless, query = '') => namesOf((await who.get(`/people${query}`)).text);

describe('the list of people', () => {
  it('holds those in post in the area, by name, and says how many', async () => {
    const { words } = await dawn.get('/people');
    expect(words).toContain('7 people in post');
    expect(await list(dawn)).toEqual([
      'Cho Champion',
      'Dawn Mercer',
      'Ella Mahmood',
      'Mina Move',
      'Pia Post',
      'Sam Kaur',
      'Siân O’Neill-Rees',
    ]);
  });
});
