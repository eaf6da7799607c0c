import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { type SignIn, whereAshbridgeSlips } from './world.js';

let app: TestApp;
let dawn: Browserless;
let signIn: SignIn;

beforeAll(async () => void ({ app, signIn, dawn } = await whereAshbridgeSlips()));
afterAll(() => app.stop());

describe('the page of an area', () => {
  it('opens from the dashboard of its manager', async () => {
    expect((await dawn.get('/dashboard')).location).toBe('/areas/A07');
  });

  it('says first which branch needs its manager, why, and what to do', async () => {
    const { words, text } = await dawn.get('/areas/A07');
    expect(words).toContain('Northmere and Coast 3 branches Four weeks to Sunday 7 February 2027. Compared');
    expect(words).toContain(
      'Expectations is slipping at Ashbridge Ease fell 14.3 points to 67.8 over four weeks. Most unhappy comments mention “sent elsewhere”. “I was sent elsewhere again” Ashbridge, February 2027 Assign ‘Put it right first time’',
    );
    expect(text).toContain('/assignments/new?unit&#x3D;021047&amp;course&#x3D;put-it-right-first-time');
    expect(words).toContain('Vennelshaw deserves a thank-you');
  });

  it('gives each figure its interval, its answers and its weeks', async () => {
    const { words } = await dawn.get('/areas/A07');
    expect(words).toMatch(/Ashbridge 021047 Assigned completion.*67\.8 60\.6 to 74\.2, 4 weeks, slipping/);
    expect(words).toMatch(/Vennelshaw 021048 .*90\.0 81\.5 to 94\.8, 4 weeks/);
    expect(words).toContain('Responses 264 In the last four weeks');
  });

  it('leads from what customers say to all that was written since those weeks began', async () => {
    const { text, words } = await dawn.get('/areas/A07');
    expect(words).toContain('All comments since 11 January 2027');
    expect(text).toContain('href="/areas/A07/comments?from&#x3D;2027-01-11"');
    const chosen = await dawn.get('/areas/A07?from=2026-12-14&to=2027-01-10');
    expect(chosen.words).toContain('All comments of these 4 weeks');
    expect(chosen.text).toContain('href="/areas/A07/comments?from&#x3D;2026-12-14&amp;to&#x3D;2027-01-10"');
  });

  it('begins its table with the branch that the first card names', async () => {
    const { text } = await dawn.get('/areas/A07');
    expect(text.indexOf('value="021047"')).toBeLessThan(text.indexOf('value="021048"'));
  });

  it('shows no score on four answers, and says so', async () => {
    const { words } = await dawn.get('/areas/A07?find=quiet');
    expect(words).toContain('Not shown Too few yet: fewer than 10 answers in a year');
    expect(words).not.toContain('021047');
    expect(words).toContain('Showing 1 of 1.');
  });

  it('can be searched, narrowed and sorted in the address', async () => {
    expect((await dawn.get('/areas/A07?driver=expectations')).words).toContain('Showing 1 of 1.');
    expect((await dawn.get('/areas/A07?find=nowhere')).words).toContain('No branch fits these choices');
    expect((await dawn.get('/areas/A07?show=az&page=99')).status).toBe(200);
    expect((await dawn.get('/areas/A07?show=<script>&driver=x&page=x&find[]=1')).status).toBe(200);
  });

  it('lets several branches be ticked for one assignment', async () => {
    const { text } = await dawn.get('/areas/A07');
    expect(text).toMatch(/<form method="get" action="\/assignments\/new">/);
    expect(text.match(/type="checkbox" name="unit" value="02104\d"/g)).toHaveLength(3);
  });

  it('counts closed weeks only, and nothing that has not happened yet', async () => {
    app.clock.set('2027-01-11T10:00:00Z');
    const before = (await dawn.get('/areas/A07')).words;
    app.clock.set('2027-02-10T10:00:00Z');
    expect(before).toContain('Four weeks to Sunday 10 January 2027');
    expect(before).not.toContain('slipping');
  });

  it('does not escape a name twice, nor leave one unescaped', async () => {
    await app.db.query(`update unit set name = '<b>"Quietby" & Sons' where code = '021049'`);
    const { text } = await dawn.get('/areas/A07');
    expect(text).toContain('&lt;b&gt;&quot;Quietby&quot; &amp; Sons');
    expect(text).not.toContain('<b>"Quietby"');
  });
});

describe('a region', () => {
  it('shows its areas side by side, weighted by responses', async () => {
    const regina = await signIn('regi');
    expect((await regina.get('/dashboard')).location).toBe('/regions/R1');
    const { words, status } = await regina.get('/regions/R1');
    expect(status).toBe(200);
    expect(words).toContain('North 2 areas Four weeks to Sunday 7 February 2027. Compared');
    expect(words).toMatch(/Dale and Fell A08 .*25\.0 14\.2 to 40\.2/);
    expect((await regina.get('/areas/A08')).status).toBe(200);
  });

  it('of everybody is the dashboard of the CX team', async () => {
    const nikhil = await signIn('nik');
    const { words } = await nikhil.get('/dashboard');
    expect(words).toContain('The whole network 2 regions');
    expect((await nikhil.get('/regions/R2')).words).toContain('Downs');
  });
});

describe('an outsider', () => {
  it.each([
    ['dale', '/areas/A07', 404],
    ['dawn', '/areas/A08', 404],
    ['dawn', '/areas/nowhere', 404],
    ['dawn', '/regions/R1', 404],
    ['regi', '/regions/R2', 404],
    ['regi', '/areas/A20', 404],
    ['s0', '/areas/A07', 403],
    ['post', '/regions/R1', 403],
    ['gast', '/areas/A07', 403],
    ['gast', '/dashboard', 403],
  ])('%s asking for %s gets %d', async (reference, path, status) => {
    const { status: answer, words } = await (await signIn(reference)).get(path);
    expect(answer).toBe(status);
    expect(words).not.toMatch(/Ashbridge|Fellside|Northmere/);
  });

  it('asks like somebody who is not signed in', async () => {
    expect((await app.visitor().get('/areas/A07')).location).toMatch(/^\/sign-in/);
  });
});
