import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ScenarioNode } from './scenario.js';
import { canEnd, graphProblems, reachable } from './scenario-graph.js';

const ending = (id: string): ScenarioNode => ({ id, says: '', emotion: 'neutral', choices: [], ending: 'The end.' });
const asking = (id: string, ...targets: string[]): ScenarioNode => ({
  ...ending(id),
  ending: null,
  choices: targets.map((to, index) => ({ key: `k${index}`, text: '', why: '', to })),
});

describe('a conversation is sound when', () => {
  it.each([
    ['it leads from its start to an ending', [asking('start', 'end'), ending('end')]],
    ['it goes round once before it ends', [asking('start', 'again', 'end'), asking('again', 'start'), ending('end')]],
  ])('%s', (_, nodes) => expect(graphProblems({ start: 'start', nodes })).toEqual([]));
});

describe('an author is told when', () => {
  it.each<[string, ScenarioNode[], string]>([
    [
      'the start is missing',
      [asking('a', 'end'), ending('end')],
      'it starts at “start”, which is not one of its nodes.',
    ],
    [
      'a choice leads nowhere',
      [asking('start', 'end', 'lost'), ending('end')],
      'choice “k1” of node “start” leads to “lost”, which does not exist.',
    ],
    [
      'nobody can reach a node',
      [asking('start', 'end'), ending('end'), ending('attic')],
      'nobody can reach node “attic”; lead a choice to it or take it out.',
    ],
    [
      'a node is a dead end',
      [asking('start', 'end', 'mute'), ending('end'), asking('mute')],
      'node “mute” leads nowhere; give it choices or an ending.',
    ],
    [
      'a node ends and goes on',
      [asking('start', 'end'), { ...asking('end', 'start'), ending: 'The end.' }],
      'node “end” has choices and an ending; keep one of them.',
    ],
    [
      'a circle never ends',
      [asking('start', 'round', 'end'), asking('round', 'round'), ending('end')],
      'from “round” no choice ever leads to an ending.',
    ],
    [
      'two nodes share an id',
      [asking('start', 'end'), ending('end'), ending('end')],
      'two nodes are called “end”; give each its own id.',
    ],
    ['it is over before it began', [ending('start')], 'give its first node choices.'],
  ])('%s', (_, nodes, sentence) => {
    expect(graphProblems({ start: 'start', nodes }).join(' ')).toContain(sentence);
  });

  it('two choices of a node share a key', () => {
    const twins = { ...asking('start', 'end', 'end') };
    twins.choices = twins.choices.map((choice) => ({ ...choice, key: 'a' }));
    expect(graphProblems({ start: 'start', nodes: [twins, ending('end')] })).toEqual([
      'node “start” has two choices with the key “a”.',
    ]);
  });
});

/** Any graph: nodes n0.., each an ending or choices that may lead anywhere, also out of the graph. */
const graphs = fc.integer({ min: 1, max: 7 }).chain((size) =>
  fc
    .array(fc.array(fc.integer({ min: 0, max: size }), { maxLength: 3 }), { minLength: size, maxLength: size })
    .map((targets) => ({
      start: 'n0',
      nodes: targets.map((to, n) => (to.length === 0 ? ending(`n${n}`) : asking(`n${n}`, ...to.map((t) => `n${t}`)))),
    })),
);

describe('for any graph of nodes', () => {
  it('a sound one can always be walked to an ending, whatever is chosen first', () => {
    fc.assert(
      fc.property(graphs, fc.infiniteStream(fc.nat()), (graph, dice) => {
        if (graphProblems(graph).length > 0) return;
        let node = graph.nodes[0]!;
        for (let turns = 0; turns < 20 && node.choices.length > 0; turns++) {
          const choice = node.choices[dice.next().value! % node.choices.length]!;
          node = graph.nodes.find((candidate) => candidate.id === choice.to)!;
          expect(node).toBeDefined();
          expect(canEnd(graph).has(node.id)).toBe(true);
        }
      }),
    );
  });

  it('what is reachable is closed: no choice leads out of it', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const met = reachable(graph);
        for (const node of graph.nodes.filter(({ id }) => met.has(id)))
          for (const { to } of node.choices)
            if (graph.nodes.some(({ id }) => id === to)) expect(met.has(to)).toBe(true);
      }),
    );
  });

  it('whether it is sound does not depend on the order of its nodes', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const turned = { ...graph, nodes: [...graph.nodes].reverse() };
        expect(graphProblems(turned).length === 0).toBe(graphProblems(graph).length === 0);
      }),
    );
  });
});
