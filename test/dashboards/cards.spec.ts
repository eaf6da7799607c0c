/** The cards of a dashboard: a customer's words, what to do, putting them aside; and a message to whoever leads a place. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Standings } from '../../src/feedback/standings/standings.service.js';
import type { TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { answers, mondays, type SignIn, whereAshbridgeSlips } from './world.js';

let app: TestApp;
let signIn: SignIn;
const TOKEN = (n: number) => `1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633${n}`;

beforeAll(async () => {
  ({ app, signIn } = await whereAshbridgeSlips());
  await answers(
    app,
    mondays('2027-02-01', 17).map((week) => ({ unit: '031001', week, n: 50, easy: 46, said: 'Slow' })),
  );
  await app.nest.get(Standings).fill('2027-02-10');
});
afterAll(() => app.stop());

describe('the first card', () => {
  it.each([
    ['dawn', '/areas/A07', 'at Ashbridge'],
    ['regi', '/regions/R1', 'in Northmere and Coast'],
    ['nik', '/dashboard', 'in North'],
  ])('%s at %s: names the place, quotes a customer and offers an action', async (who, path, place) => {
    const { words } = await (await signIn(who)).get(path);
    const card = /is slipping .*?Why this first\?/.exec(words)?.[0];
    expect(card).toContain(place);
    expect(card).toContain('“I was sent elsewhere again” Ashbridge, February 2027');
    expect(card).toMatch(/Assign ‘Put it right first time’|Tell the regional manager/);
  });

  it('counts who found it hard, and never ranks units by scores of few answers', async () => {
    const { words } = await (await signIn('regi')).get('/regions/R1');
    expect(words).toContain('Look first at Ashbridge (58)');
  });

  it('is honest where nothing stands out', async () => {
    const { words } = await (await signIn('nik')).get('/regions/R2');
    expect(words).toContain('Nothing stands out in these weeks');
    expect(words).not.toContain('Why this first?');
  });
});

describe('a card that is put aside', () => {
  const form = { page: '/areas/A07', card: 'attention:021047', title: 'Expectations is slipping at Ashbridge' };
  let dawn: Browserless;
  beforeAll(async () => void (dawn = await signIn('dawn')));

  it('makes room for two weeks, for its reader alone, and comes back by a button', async () => {
    const put = await dawn.post('/dashboard/cards', { ...form, token: TOKEN(1), decision: 'aside', note: '' });
    expect(put.location).toBe('/areas/A07');
    const { words } = await dawn.get('/areas/A07');
    expect(words).not.toMatch(/slipping at Ashbridge Ease fell/);
    expect(words).toContain('Put aside until 24 February 2027 Bring it back');
    expect((await (await signIn('regi')).get('/areas/A07')).words).toMatch(/slipping at Ashbridge Ease fell/);
    await dawn.post('/dashboard/cards', { ...form, token: TOKEN(2), decision: 'back', note: '' });
    expect((await dawn.get('/areas/A07')).words).toMatch(/slipping at Ashbridge Ease fell/);
  });

  it('is done with a note, or asks for one', async () => {
    const bare = await dawn.post('/dashboard/cards', { ...form, token: TOKEN(3), decision: 'done', note: '' });
    expect(bare.status).toBe(422);
    expect(bare.words).toContain('Say in a few words what you did.');
    const twice = { ...form, token: TOKEN(3), decision: 'done', note: 'Referral list put right' };
    await dawn.post('/dashboard/cards', twice);
    await dawn.post('/dashboard/cards', twice);
    expect((await dawn.get('/areas/A07')).words).toContain('Done: “Referral list put right”. Back from 10 March 2027');
    expect(await app.db.query('select from card_decision where kind = $1', ['done'])).toHaveLength(1);
    await dawn.post('/dashboard/cards', { ...form, token: TOKEN(4), decision: 'back', note: '' });
  });

  it.each([
    [{ page: 'https://example.org/areas/A07' }, 422],
    [{ card: 'attention:a b' }, 422],
    [{ decision: 'gone' }, 422],
    [{ token: 'x' }, 422],
  ])('takes no %j', async (wrong, status) => {
    const fields = { ...form, token: TOKEN(5), decision: 'aside', note: '', ...wrong };
    expect((await dawn.post('/dashboard/cards', fields)).status).toBe(status);
  });
});

describe('a message to whoever leads a place', () => {
  it('is begun by the card and reaches the area manager once', async () => {
    const regi = await signIn('regi');
    const { words, text } = await regi.get('/areas/A07/messages/new?words=What+do+you+see%3F');
    expect(words).toContain('Write about Northmere and Coast To Dawn Mercer');
    expect(text).toContain('What do you see?</textarea>');
    const sent = { token: TOKEN(6), words: 'What do you see at Ashbridge?' };
    expect((await regi.post('/areas/A07/messages', sent)).location).toBe('/areas/A07');
    await regi.post('/areas/A07/messages', sent);
    expect((await (await signIn('dawn')).get('/messages')).words).toMatch(
      /Regina North wrote to you about Northmere and Coast(?!.*Regina North wrote)/,
    );
  });

  it('says when there is nobody to write to, and asks for words', async () => {
    const dawn = await signIn('dawn');
    expect((await dawn.get('/units/021047/messages/new')).words).toContain('Nobody leads Ashbridge today.');
    const empty = await dawn.post('/units/021048/messages', { token: TOKEN(7), words: ' ' });
    expect([empty.status, empty.words.includes('Write what you want to say')]).toEqual([422, true]);
    expect((await dawn.post('/units/021047/messages', { token: TOKEN(8), words: 'Hello' })).status).toBe(422);
  });
});

describe('an outsider', () => {
  it.each([
    ['dawn', '/areas/A07/messages/new', 403],
    ['dale', '/units/021047/messages/new', 404],
    ['regi', '/regions/R1/messages/new', 403],
    ['regi', '/areas/A20/messages/new', 404],
    ['post', '/units/021048/messages/new', 403],
  ])('%s asking for %s gets %d', async (who, path, status) =>
    expect((await (await signIn(who)).get(path)).status).toBe(status),
  );

  it('puts nobody else’s cards aside', async () => {
    const fields = {
      token: TOKEN(9),
      page: '/areas/A07',
      card: 'attention:021047',
      title: 'x',
      decision: 'aside',
      note: '',
    };
    expect((await (await signIn('s0')).post('/dashboard/cards', fields)).status).toBe(403);
    await (await signIn('dale')).post('/dashboard/cards', fields);
    expect((await (await signIn('dawn')).get('/areas/A07')).words).toMatch(/slipping at Ashbridge Ease fell/);
  });
});
