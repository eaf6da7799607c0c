import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { reachable } from '../../blocks/scenario-graph.js';
import { EMOTIONS } from '../../../platform/emotions.js';
import type { ScenarioBlock } from '../../blocks/scenario.js';
import { emptyScenario } from '../drafts/new-content.js';
import type { Posted } from './posted.js';
import { MOST_CHOICES, MOST_NODES } from './scenario-edits.js';
import { presentScenarioFields } from './scenario-fields.presenter.js';
import { readScenarioForm } from './scenario-form.js';

const START = emptyScenario('talk');

/** The form as a browser posts it when the page shows this conversation. */
function formOf(block: ScenarioBlock, change: Posted = {}): Posted {
  const fields: Posted = { title: block.title, setting: block.setting, customer: block.customer };
  fields.node = block.nodes.map((node) => node.id);
  for (const { id, says, emotion, ending, choices } of block.nodes) {
    Object.assign(fields, { [`says-${id}`]: says, [`emotion-${id}`]: emotion });
    if (ending !== null) fields[`ending-${id}`] = ending;
    if (choices.length === 0) continue;
    fields[`choice-${id}`] = choices.map((choice) => choice.key);
    fields[`text-${id}`] = choices.map((choice) => choice.text);
    fields[`why-${id}`] = choices.map((choice) => choice.why);
    fields[`to-${id}`] = choices.map((choice) => choice.to);
  }
  return { ...fields, ...change };
}

const pressed = (block: ScenarioBlock, button: string) => readScenarioForm(block, formOf(block, { do: button }));

/** A conversation after buttons pressed at random. */
const conversations = fc
  .array(fc.record({ act: fc.nat(6), at: fc.nat(9), choice: fc.nat(4) }), { maxLength: 30 })
  .map((presses) =>
    presses.reduce((block, { act, at, choice }) => {
      const node = block.nodes[at % block.nodes.length]!;
      const key = node.choices[choice % Math.max(1, node.choices.length)]?.key ?? 'a';
      const acts = ['addNode', `removeNode ${node.id}`, `addChoice ${node.id}`, `removeChoice ${node.id} ${key}`];
      return pressed(block, [...acts, `endHere ${node.id}`, `goOnHere ${node.id}`, 'save'][act]!);
    }, START),
  );

const unique = (keys: string[]) => new Set(keys).size === keys.length;

describe('the form of a conversation', () => {
  it('gives back what it shows, whatever was pressed before', () => {
    fc.assert(
      fc.property(conversations, (block) => {
        const read = readScenarioForm(block, formOf(block));
        expect(read.nodes.map((node) => ({ ...node, ending: node.ending ?? '' }))).toEqual(
          block.nodes.map((node) => ({ ...node, ending: node.ending ?? '' })),
        );
      }),
    );
  });

  it('keeps its first turn, and ids and keys apart, and leads only to turns that are there', () => {
    fc.assert(
      fc.property(conversations, ({ nodes, start }) => {
        const ids = nodes.map((node) => node.id);
        expect(ids).toContain(start);
        expect(unique(ids)).toBe(true);
        for (const { choices } of nodes) {
          expect(unique(choices.map((choice) => choice.key))).toBe(true);
          for (const { to } of choices) expect(['', ...ids]).toContain(to);
        }
      }),
    );
  });

  it('stops where nobody could follow any more', () => {
    let block = START;
    for (let times = 0; times < 60; times += 1) block = pressed(pressed(block, 'addNode'), 'addChoice start');
    expect(block.nodes).toHaveLength(MOST_NODES);
    expect(block.nodes[0]!.choices).toHaveLength(MOST_CHOICES);
    expect(presentScenarioFields(block).canAdd).toBe(false);
  });

  it('makes an answer of the customer for every choice that asks for a new one', () => {
    const both = readScenarioForm(START, formOf(START, { 'to-start': ['+', '+'] }));
    expect(both.nodes.map((node) => node.id)).toEqual(['start', 'end', 'node-3', 'node-4']);
    expect(reachable(both)).toEqual(new Set(['start', 'node-3', 'node-4']));
  });

  it('says what nobody reaches, and where no ending is in sight', () => {
    const lost = pressed(START, 'addNode');
    expect(presentScenarioFields(lost).nodes.map((node) => node.notice)).toEqual([
      null,
      null,
      'Nobody gets here yet. Lead a choice to it, or take it out.',
    ]);
    const endless = pressed(START, 'goOnHere end');
    expect(presentScenarioFields(endless).nodes[0]!.notice).toBe('From here no choice leads to an ending yet.');
  });

  it.each<[Posted]>([
    [{}],
    [{ node: 'elsewhere', 'says-elsewhere': 'Hello' }],
    [
      {
        node: ['start', 'start', '<b>'],
        'choice-start': ['a', 'a', '../x'],
        'to-start': ['end', 'javascript:'],
        do: '   ',
      },
    ],
    [{ node: { start: 1 }, title: ['a', 'b'], do: 'removeNode' }],
    [{ node: ['start'], 'emotion-start': 'furious', do: 'addReply start a' }],
  ])('survives a form that no page sent: %j', (posted) => {
    const read = readScenarioForm(START, posted);
    expect(read.nodes.some((node) => node.id === 'start')).toBe(true);
    expect(read.nodes.every((node) => EMOTIONS.includes(node.emotion))).toBe(true);
    expect(() => presentScenarioFields(read)).not.toThrow();
  });
});
