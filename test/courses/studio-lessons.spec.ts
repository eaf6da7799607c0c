import type { Fields } from '../support/browserless.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  addBlock,
  contentOf,
  hidden,
  newDraft,
  press,
  shown,
  spot,
  startStudio,
  type StudioWorld,
} from './studio-world.js';

interface Content {
  lessons: { key: string; title: string; minutes: number | null; blocks: { key: string; kind: string }[] }[];
}

let world: StudioWorld;
let path: string;

beforeAll(async () => {
  world = await startStudio();
});
afterAll(() => world.app.stop());

/** A draft with three lessons: One, Two and Three. */
beforeEach(async () => {
  path = await newDraft(world.grace);
  await press(world.grace, path, `${path}/lessons`);
  await press(world.grace, path, `${path}/lessons`);
  for (const [index, title] of ['One', 'Two', 'Three'].entries()) await name(index + 1, title);
});

const name = (position: number, title: string) =>
  press(world.grace, `${path}/lessons/${position}`, `${path}/lessons/${position}`, { title, minutes: position });

const lessons = async () => (await contentOf<Content>(world.app, path)).lessons;
const titles = async () => (await lessons()).map((lesson) => lesson.title);

describe('the lessons of a draft', () => {
  it('are listed in order, with what is in them and what is missing', async () => {
    await addBlock(world.grace, `${path}/lessons/1`, 'text');
    const { words } = await world.grace.get(path);
    expect(words).toContain('1 One 1 min, 1 block · 1 thing to write Down lesson 1 Duplicate lesson 1 Delete lesson 1');
    expect(words).toContain('3 Three 3 min, nothing in it yet · 1 thing to write Up lesson 3');
  });

  it('go up and down, and are duplicated and deleted', async () => {
    const act = (position: number, what: string, fields = {}) =>
      press(world.grace, `${path}/lessons/${position}`, `${path}/lessons/${position}/${what}`, fields);
    await act(2, 'moves', { way: 'up' });
    expect(await titles()).toEqual(['Two', 'One', 'Three']);
    await act(1, 'moves', { way: 'down' });
    await act(3, 'copies');
    expect(await titles()).toEqual(['One', 'Two', 'Three', 'Three']);
    expect(new Set((await lessons()).map((lesson) => lesson.key)).size).toBe(4);
    const answer = await act(2, 'deletions');
    expect(spot(answer)).toBe(`${path}#lessons`);
    expect(await titles()).toEqual(['One', 'Three', 'Three']);
  });

  it('do not move twice when the button is pressed twice', async () => {
    const { text } = await world.grace.get(`${path}/lessons/3`);
    const twice = () => world.grace.post(`${path}/lessons/3/moves`, { ...shown(text), way: 'up' });
    expect((await twice()).status).toBe(303);
    expect((await twice()).status).toBe(303);
    expect(await titles()).toEqual(['One', 'Three', 'Two']);
  });

  it('are meant by key: what was moved meanwhile is still the one that was pressed', async () => {
    const { text } = await world.tom.get(`${path}/lessons/3`);
    await press(world.grace, `${path}/lessons/3`, `${path}/lessons/3/moves`, { way: 'up' });
    await world.tom.get(path);
    await world.tom.post(`${path}/lessons/3/deletions`, shown(text));
    expect(await titles()).toEqual(['One', 'Two']);
  });

  it('are not deleted by who has not seen what somebody wrote in them', async () => {
    const { text } = await world.tom.get(`${path}/lessons/1`);
    await name(1, 'One, and more');
    await world.tom.get(path);
    const answer = await world.tom.post(`${path}/lessons/1/deletions`, shown(text));
    expect(answer.status).toBe(422);
    expect(answer.words).toContain('Grace Lim changed this at');
    expect(await titles()).toEqual(['One, and more', 'Two', 'Three']);
  });

  it('show both titles when two wrote one', async () => {
    const { text } = await world.tom.get(`${path}/lessons/2`);
    await name(2, 'Grace’s two');
    await world.tom.get(path);
    const clash = await world.tom.post(`${path}/lessons/2`, { ...shown(text), title: 'Tom’s two', minutes: 2 });
    expect(clash.status).toBe(422);
    expect(clash.words).toContain('What you wrote Title Tom’s two Keep mine What Grace Lim saved Title Grace’s two');
    const keep = { revision: hidden(clash.text, 'revision'), lesson: hidden(clash.text, 'lesson'), minutes: 2 };
    expect((await world.tom.post(`${path}/lessons/2`, { ...keep, title: 'Tom’s two' })).status).toBe(303);
    expect(await titles()).toEqual(['One', 'Tom’s two', 'Three']);
  });

  it('take a save that arrives twice as one', async () => {
    const { text } = await world.grace.get(`${path}/lessons/1`);
    const form = { ...shown(text), title: 'Uno', minutes: 1 };
    expect((await world.grace.post(`${path}/lessons/1`, form)).status).toBe(303);
    expect((await world.grace.post(`${path}/lessons/1`, form)).status).toBe(303);
    const history = await world.grace.get(`${path}/history`);
    expect(history.text.match(/<p>Changed the title or the minutes of lesson 1/g)).toHaveLength(2);
  });

  it('tell the author who comes back to an old page what they saved since', async () => {
    const { text } = await world.grace.get(`${path}/lessons/1`);
    await name(1, 'In another tab');
    const clash = await world.grace.post(`${path}/lessons/1`, { ...shown(text), title: 'In this tab', minutes: 1 });
    expect(clash.status).toBe(422);
    expect(await titles()).toEqual(['In another tab', 'Two', 'Three']);
  });

  it.each([
    [{ minutes: 'four' }, 'Give the minutes as a whole number from 1 to 30'],
    [{ minutes: 31 }, 'Give the minutes as a whole number from 1 to 30'],
    [{ title: 'x'.repeat(101) }, 'Shorten the title to 100 characters or fewer.'],
    [{ lesson: '../etc' }, 'This page is out of date.'],
  ])('say what is wrong with %j and keep what was typed', async (fields, sentence) => {
    const answer = await press(world.grace, `${path}/lessons/1`, `${path}/lessons/1`, {
      title: 'Kept as typed',
      minutes: 2,
      ...fields,
    });
    expect(answer.status).toBe(422);
    expect(answer.words).toContain(sentence);
    if (!('title' in fields || 'lesson' in fields)) expect(answer.text).toContain('value="Kept as typed"');
  });

  it.each(['0', '4', 'x', '1.5'])('do not include lesson %s', async (position) => {
    expect((await world.grace.get(`${path}/lessons/${position}`)).status).toBe(404);
  });

  it('are in the language of the course', async () => {
    const welsh = await newDraft(world.grace, { title: 'Ciwiau', language: 'cy' });
    await press(world.grace, `${welsh}/lessons/1`, `${welsh}/lessons/1`, { title: 'Cyfarch', minutes: 2 });
    expect((await world.grace.get(welsh)).text).toMatch(/lang="cy">Cyfarch</);
    expect((await world.grace.get(`${welsh}/lessons/1`)).text).toContain('<h1 class="h1" lang="cy">Cyfarch</h1>');
  });
});

describe('the blocks of a lesson', () => {
  const lesson = () => `${path}/lessons/1`;
  const keys = async () => (await lessons())[0]!.blocks.map((block) => block.key);
  const act = (key: string, what: string, fields = {}) =>
    press(world.grace, lesson(), `${lesson()}/blocks/${key}/${what}`, fields);

  it('are added in five kinds, each with its form', async () => {
    for (const kind of ['text', 'image', 'callout', 'scenario', 'check']) {
      const form = await addBlock(world.grace, lesson(), kind);
      expect(form).toBe(`${lesson()}/blocks/${kind}`);
      expect((await world.grace.get(form)).status).toBe(200);
    }
    const { words } = await world.grace.get(lesson());
    expect(words).toContain('Nothing written yet.');
    expect(words).toContain('Lesson 1 has an image without a text alternative.');
  });

  it('go up and down, and are duplicated and deleted, each under a key of its own', async () => {
    await addBlock(world.grace, lesson(), 'text');
    await addBlock(world.grace, lesson(), 'text');
    await addBlock(world.grace, lesson(), 'callout');
    expect(await keys()).toEqual(['text', 'text-2', 'callout']);
    await act('callout', 'moves', { way: 'up' });
    await act('text', 'copies');
    expect(await keys()).toEqual(['text', 'text-3', 'callout', 'text-2']);
    const answer = await act('text', 'deletions');
    expect(answer.location).toBe(lesson());
    expect(await keys()).toEqual(['text-3', 'callout', 'text-2']);
    expect((await world.grace.get(lesson())).words).toContain('Undo : Deleted a block of lesson 1');
  });

  it('come back to the lesson from which Undo was pressed', async () => {
    await addBlock(world.grace, `${path}/lessons/2`, 'text');
    const answer = await press(world.grace, `${path}/lessons/2`, `${path}/undos`);
    expect(answer.location).toBe(`${path}/lessons/2`);
    expect((await lessons())[1]!.blocks).toEqual([]);
  });

  it.each<Fields>([{ kind: 'video' }, { kind: '' }, {}])('are of a known kind, not %j', async (fields) => {
    const { text } = await world.grace.get(lesson());
    const answer = await world.grace.post(`${lesson()}/blocks`, { ...shown(text), ...fields });
    expect(answer.status).toBe(422);
    expect(answer.words).toContain('Choose one of the five kinds of block.');
  });

  it('are not found under a key that is not there', async () => {
    expect((await world.grace.get(`${lesson()}/blocks/nothing`)).status).toBe(404);
  });
});

describe('an outsider', () => {
  it.each(['sam', 'dawn', 'nikhil'] as const)('%s cannot change a lesson', async (who) => {
    const form = await addBlock(world.grace, `${path}/lessons/1`, 'text');
    const before = await lessons();
    const revision = { revision: 9, lesson: 'lesson-1' };
    await world[who].get('/');
    for (const act of ['', '/moves', '/copies', '/deletions', '/blocks']) {
      expect((await world[who].post(`${path}/lessons/1${act}`, revision)).status).toBe(403);
    }
    for (const act of ['', '/moves', '/copies', '/deletions']) {
      expect((await world[who].post(`${form}${act}`, revision)).status).toBe(403);
    }
    expect((await world[who].get(form)).status).toBe(403);
    expect(await lessons()).toEqual(before);
  });
});
