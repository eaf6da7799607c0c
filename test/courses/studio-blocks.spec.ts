import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ScenarioBlock } from '../../src/courses/blocks/scenario.js';
import type { Fields } from '../support/browserless.js';
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

let world: StudioWorld;
let path: string;
let lesson: string;

beforeAll(async () => {
  world = await startStudio();
});
afterAll(() => world.app.stop());
beforeEach(async () => {
  path = await newDraft(world.grace);
  lesson = `${path}/lessons/1`;
});

const blocks = async () =>
  (await contentOf<{ lessons: { blocks: Record<string, unknown>[] }[] }>(world.app, path)).lessons[0]!.blocks;

const save = (form: string, fields: Fields, author = world.grace) => press(author, form, form, fields);

describe('a text', () => {
  it('is saved, shown as readers will see it, and its author is back at it in the lesson', async () => {
    const form = await addBlock(world.grace, lesson, 'text');
    const answer = await save(form, { blockKind: 'text', text: 'Say **hello**.\r\n\r\n- first\r\n- last' });
    expect(spot(answer)).toBe(`${lesson}#text`);
    expect(await blocks()).toEqual([{ kind: 'text', key: 'text', text: 'Say **hello**.\n\n- first\n- last' }]);
    const { text } = await world.grace.get(lesson);
    expect(text).toContain('<strong>hello</strong>');
    expect(text).toContain('<li>first</li>');
  });

  it('stays on its form when the browser saves by itself', async () => {
    const form = await addBlock(world.grace, lesson, 'text');
    expect((await save(form, { text: 'One', do: 'stay' })).location).toBe(form);
    await save(form, { text: 'One two', do: 'stay' });
    await save(form, { text: 'One two three', do: 'stay' });
    const { text } = await world.grace.get(`${path}/history`);
    expect(text.match(/<p>Wrote in lesson 1/g)).toHaveLength(1);
    await press(world.grace, form, `${path}/undos`);
    expect(await blocks()).toMatchObject([{ text: '' }]);
  });

  it('prints what is hostile in it as text', async () => {
    const form = await addBlock(world.grace, lesson, 'text');
    const text = '<img src=x onerror=alert(1)> [x](javascript:alert(1)) </textarea><script>alert(2)</script>';
    await save(form, { text });
    for (const page of [form, lesson]) {
      const html = (await world.grace.get(page)).text;
      expect(html).not.toMatch(/<img src=x|<script>alert|href="javascript:/);
    }
    expect(await blocks()).toMatchObject([{ text }]);
  });

  it('is marked as Welsh in a Welsh course', async () => {
    path = await newDraft(world.grace, { language: 'cy' });
    const form = await addBlock(world.grace, `${path}/lessons/1`, 'text');
    await save(form, { text: 'Bore da.' });
    expect((await world.grace.get(form)).text).toMatch(/<div lang="cy">[^]*<textarea/);
    expect((await world.grace.get(`${path}/lessons/1`)).text).toContain('<div class="block__face" lang="cy">');
  });
});

describe('a callout', () => {
  it('is something to try or to mind', async () => {
    const form = await addBlock(world.grace, lesson, 'callout');
    await save(form, { tone: 'care', title: 'Mind the gap', text: 'Slowly.' });
    expect(await blocks()).toMatchObject([{ tone: 'care', title: 'Mind the gap', text: 'Slowly.' }]);
    expect((await world.grace.get(lesson)).text).toContain('callout--care');
    await save(form, { tone: 'loud', title: 'Try', text: 'This.' });
    expect(await blocks()).toMatchObject([{ tone: 'tip' }]);
  });
});

describe('a check', () => {
  const filled = {
    was: 'singleChoice',
    kind: 'singleChoice',
    text: 'What comes first?',
    optionKey: ['a', 'b', 'c'],
    optionText: ['Listening', 'Explaining', 'Sighing'],
    optionWhy: ['They can tell.', 'Too soon.', 'They hear it.'],
    optionShare: ['1', '0', '0'],
    right: 'b',
    correct: 'Yes.',
    incorrect: 'Listen first.',
  };

  it('is written with a reason for every answer', async () => {
    const form = await addBlock(world.grace, lesson, 'check');
    await save(form, filled);
    expect(await blocks()).toMatchObject([
      { question: { text: 'What comes first?', options: [{ fraction: '0' }, { fraction: '1' }, { fraction: '0' }] } },
    ]);
    expect((await world.grace.get(lesson)).words).toContain('What comes first? Listening Right answer Explaining');
  });

  it('gets more answers and another kind without losing a word', async () => {
    const form = await addBlock(world.grace, lesson, 'check');
    const more = await save(form, { ...filled, do: 'addOption' });
    expect(spot(more)).toBe(`${form}#option-d`);
    const changed = await save(form, { ...filled, kind: 'multipleChoice', do: 'kind' });
    expect(changed.location).toBe(form);
    const { text } = await world.grace.get(form);
    expect(text).toContain('>Listening</textarea>');
    expect(text).toContain('type="checkbox" name="right"');
  });
});

describe('a conversation', () => {
  const scenario = async () => (await blocks())[0] as unknown as ScenarioBlock;

  /** The form as the page would post it. */
  const formOf = (block: ScenarioBlock, change: Fields = {}): Fields => {
    const fields: Fields = { title: block.title, setting: block.setting, customer: block.customer };
    fields.node = block.nodes.map((node) => node.id);
    for (const { id, says, emotion, ending, choices } of block.nodes) {
      fields[`says-${id}`] = says;
      fields[`emotion-${id}`] = emotion;
      if (ending !== null) fields[`ending-${id}`] = ending;
      fields[`choice-${id}`] = choices.map((choice) => choice.key);
      fields[`text-${id}`] = choices.map((choice) => choice.text);
      fields[`why-${id}`] = choices.map((choice) => choice.why);
      fields[`to-${id}`] = choices.map((choice) => choice.to);
    }
    return { ...fields, ...change };
  };

  it('grows by buttons, keeps what is typed, and says at once what nobody reaches', async () => {
    const form = await addBlock(world.grace, lesson, 'scenario');
    const grown = await save(
      form,
      formOf(await scenario(), { customer: 'Gareth', 'says-start': 'Again?', do: 'addNode' }),
    );
    expect(spot(grown)).toBe(`${form}#node-node-3`);
    const page = await world.grace.get(form);
    expect(page.words).toContain('Nobody gets here yet. Lead a choice to it, or take it out.');
    expect(page.text).toContain('value="Gareth"');
    expect(page.text).toContain('>Again?</textarea>');
    await save(form, formOf(await scenario(), { 'to-start': ['end', 'node-3'] }));
    expect((await world.grace.get(form)).words).not.toContain('Nobody gets here yet');
  });

  it('makes the customer’s answer to a choice from the choice itself', async () => {
    const form = await addBlock(world.grace, lesson, 'scenario');
    const answer = await save(form, formOf(await scenario(), { 'to-start': ['+', 'end'] }));
    expect(spot(answer)).toBe(`${form}#node-node-3`);
    const { nodes } = await scenario();
    expect(nodes[0]!.choices.map((choice) => choice.to)).toEqual(['node-3', 'end']);
  });

  it('goes on or ends where its author says', async () => {
    const form = await addBlock(world.grace, lesson, 'scenario');
    await save(form, formOf(await scenario(), { do: 'goOnHere end' }));
    expect((await scenario()).nodes[1]).toMatchObject({ ending: null, choices: [{ key: 'a' }, { key: 'b' }] });
    expect((await world.grace.get(form)).words).toContain('From here no choice leads to an ending yet.');
    await save(form, formOf(await scenario(), { do: 'addChoice end' }));
    expect((await scenario()).nodes[1]!.choices).toHaveLength(3);
    await save(form, formOf(await scenario(), { do: 'removeChoice end b' }));
    await save(form, formOf(await scenario(), { do: 'endHere end', 'says-end': 'Fine.' }));
    expect((await scenario()).nodes[1]).toMatchObject({ says: 'Fine.', ending: '', choices: [] });
    await save(form, formOf(await scenario(), { do: 'removeNode end' }));
    expect((await scenario()).nodes.map((node) => node.id)).toEqual(['start']);
    await save(form, formOf(await scenario(), { do: 'removeNode start' }));
    expect((await scenario()).nodes).toHaveLength(1);
  });

  it('is not emptied by a form that lost its fields on the way', async () => {
    const form = await addBlock(world.grace, lesson, 'scenario');
    await save(form, { title: 'Only this' });
    expect(await scenario()).toMatchObject({ title: 'Only this', nodes: [{ id: 'start' }, { id: 'end' }] });
  });
});

describe('two authors at once', () => {
  it('write two blocks of one lesson side by side', async () => {
    const first = await addBlock(world.grace, lesson, 'text');
    const second = await addBlock(world.grace, lesson, 'callout');
    const { text: graces } = await world.grace.get(first);
    const { text: toms } = await world.tom.get(second);
    const answers = await Promise.all([
      world.grace.post(first, { ...shown(graces), text: 'Grace’s words' }),
      world.tom.post(second, { ...shown(toms), title: 'Tom’s words', tone: 'tip', text: '' }),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([303, 303]);
    expect(await blocks()).toMatchObject([{ text: 'Grace’s words' }, { title: 'Tom’s words' }]);
  });

  it('see both versions of one block and choose', async () => {
    const form = await addBlock(world.grace, lesson, 'text');
    const { text: toms } = await world.tom.get(form);
    await save(form, { text: 'Grace’s words' });
    await world.tom.get(lesson);
    const clash = await world.tom.post(form, { ...shown(toms), blockKind: 'text', text: 'Tom’s words' });
    expect(clash.status).toBe(422);
    expect(clash.words).toContain(
      'What you wrote Tom’s words Keep mine What Grace Lim saved Grace’s words Take theirs',
    );
    expect(await blocks()).toMatchObject([{ text: 'Grace’s words' }]);
    const keep = { ...shown(toms), revision: hidden(clash.text, 'revision'), text: 'Tom’s words' };
    expect((await world.tom.post(form, keep)).status).toBe(303);
    expect(await blocks()).toMatchObject([{ text: 'Tom’s words' }]);
  });

  it('lose nothing when one deletes what the other writes', async () => {
    const form = await addBlock(world.grace, lesson, 'text');
    const { text: toms } = await world.tom.get(form);
    await press(world.grace, lesson, `${form}/deletions`);
    await world.tom.get(lesson);
    const clash = await world.tom.post(form, { ...shown(toms), blockKind: 'text', text: 'Long thought over' });
    expect(clash.words).toContain('Long thought over');
    expect(clash.words).toContain('It was deleted.');
    const keep = { ...shown(toms), revision: hidden(clash.text, 'revision'), blockKind: 'text' };
    expect((await world.tom.post(form, { ...keep, text: 'Long thought over' })).status).toBe(303);
    expect(await blocks()).toEqual([{ kind: 'text', key: 'text', text: 'Long thought over' }]);
  });

  it('are told when the whole lesson is gone, on the page on which that can be undone', async () => {
    const form = await addBlock(world.grace, lesson, 'text');
    const { text: toms } = await world.tom.get(form);
    await press(world.grace, lesson, `${lesson}/deletions`);
    await world.tom.get(path);
    const clash = await world.tom.post(form, { ...shown(toms), blockKind: 'text', text: 'Nowhere to stand' });
    expect(clash.words).toContain('Nowhere to stand');
    const keep = { ...shown(toms), revision: hidden(clash.text, 'revision'), blockKind: 'text', text: 'Nowhere' };
    const answer = await world.tom.post(form, keep);
    expect(answer.status).toBe(422);
    expect(answer.words).toContain('Somebody deleted this lesson while you were writing.');
    expect(answer.words).toContain('Undo : Deleted lesson 1');
  });
});
