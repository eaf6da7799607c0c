import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ScenarioNode } from '../../courses/blocks/scenario.js';
import { replay, say, type Turn, turnsIn } from './conversation.js';

const node = (id: string, choices: [string, string][], ending: string | null = null): ScenarioNode => ({
  id,
  says: `${id} says`,
  emotion: id === 'calm' ? 'satisfied' : 'irritated',
  choices: choices.map(([key, to]) => ({ key, to, text: `${key} text`, why: `${key} why` })),
  ending,
});

/** opening -a-> calm -a-> end; opening -b-> storm -a-> opening (round again), storm -b-> end. */
const SCENARIO = {
  start: 'opening',
  nodes: [
    node('opening', [
      ['a', 'calm'],
      ['b', 'storm'],
    ]),
    node('calm', [['a', 'end']]),
    node('storm', [
      ['a', 'opening'],
      ['b', 'end'],
    ]),
    node('end', [], 'The end.'),
  ],
};

const turn = (at: string, choice: string): Turn => ({ node: at, choice });

describe('a conversation', () => {
  it('opens with the customer', () => {
    const { opening, exchanges, now } = replay(SCENARIO, []);
    expect([opening.id, exchanges.length, now.id]).toEqual(['opening', 0, 'opening']);
  });

  it('goes where the choices lead, and says why', () => {
    const { exchanges, now } = replay(SCENARIO, [turn('opening', 'a'), turn('calm', 'a')]);
    expect(exchanges.map(({ choice, before, reply }) => [choice.why, before, reply.id])).toEqual([
      ['a why', 'irritated', 'calm'],
      ['a why', 'satisfied', 'end'],
    ]);
    expect(now.ending).toBe('The end.');
  });

  it('keeps what came before turns that it does not know', () => {
    expect(replay(SCENARIO, [turn('opening', 'a'), turn('calm', 'zz')]).now.id).toBe('calm');
    expect(replay(SCENARIO, [turn('calm', 'a')]).now.id).toBe('opening');
  });
});

describe('saying something', () => {
  const toCalm = [turn('opening', 'a')];

  it.each<[string, Turn[], number, Turn, Turn[] | null]>([
    ['adds a turn', [], 0, turn('opening', 'a'), toCalm],
    ['twice is once', toCalm, 0, turn('opening', 'a'), toCalm],
    ['from an older page takes it up from there', toCalm, 0, turn('opening', 'b'), [turn('opening', 'b')]],
    ['at a node where we are not is refused', [], 0, turn('calm', 'a'), null],
    ['with a choice that is not there is refused', [], 0, turn('opening', 'z'), null],
    ['on a page that showed more than was said is refused', [], 1, turn('calm', 'a'), null],
    ['after the end is refused', [...toCalm, turn('calm', 'a')], 2, turn('end', 'a'), null],
  ])('%s', (_, turns, shown, next, expected) => expect(say(SCENARIO, turns, shown, next)).toEqual(expected));

  it('in any order of pages and choices, known or not, leaves a conversation that can be replayed in full', () => {
    const anything = fc.record({
      shown: fc.nat({ max: 6 }),
      node: fc.constantFrom('opening', 'calm', 'storm', 'end', 'lost'),
      choice: fc.constantFrom('a', 'b', 'z'),
    });
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 30 }), (posts) => {
        let turns: Turn[] = [];
        for (const post of posts) turns = say(SCENARIO, turns, post.shown, turn(post.node, post.choice)) ?? turns;
        expect(replay(SCENARIO, turns).exchanges).toHaveLength(turns.length);
      }),
    );
  });
});

describe('a stored answer', () => {
  it.each([null, 3, 'turns', {}, { turns: 'a' }, { turns: [{ node: 1, choice: 'a' }, null] }])(
    '%j reads as a conversation that has not begun',
    (stored) => expect(turnsIn(stored)).toEqual([]),
  );
  it('gives its turns back', () => {
    const turns = [turn('opening', 'a')];
    expect(turnsIn(JSON.parse(JSON.stringify({ turns })))).toEqual(turns);
  });
});
