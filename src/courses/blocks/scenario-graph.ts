import type { ScenarioBlock, ScenarioNode } from './scenario.js';
import { repeated } from '../../platform/content-reader.js';
import { t } from '../../platform/language/t.js';

type Graph = Pick<ScenarioBlock, 'start' | 'nodes'>;

/**
 * What is wrong with a conversation's shape, as sentences without the block's name. An empty list means: whatever a
 * learner chooses leads on, everything written can be met, and from everywhere an ending can be reached.
 */
export function graphProblems(scenario: Graph): string[] {
  const ids = scenario.nodes.map((node) => node.id);
  return [
    ...repeated(ids).map((id) => t('two nodes are called “{id}”; give each its own id.', { id })),
    ...(ids.includes(scenario.start)
      ? []
      : [t('it starts at “{id}”, which is not one of its nodes.', { id: scenario.start })]),
    ...scenario.nodes.flatMap((node) => nodeProblems(node, ids)),
    ...travelProblems(scenario),
  ];
}

/** The ids that a learner can meet, the start first. */
export function reachable(scenario: Graph): Set<string> {
  const met = new Set<string>();
  const waiting = [scenario.start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const node = scenario.nodes.find((candidate) => candidate.id === id);
    if (node === undefined || met.has(id)) continue;
    met.add(id);
    waiting.push(...node.choices.map((choice) => choice.to));
  }
  return met;
}

/** The ids from which at least one way leads to an ending. */
export function canEnd(scenario: Graph): Set<string> {
  const ending = new Set(scenario.nodes.filter((node) => node.ending !== null).map((node) => node.id));
  for (let before = -1; before !== ending.size;) {
    before = ending.size;
    for (const node of scenario.nodes) if (node.choices.some((choice) => ending.has(choice.to))) ending.add(node.id);
  }
  return ending;
}

function nodeProblems(node: ScenarioNode, ids: string[]): string[] {
  const name = t('node “{id}”', { id: node.id });
  const problems = repeated(node.choices.map((choice) => choice.key)).map((key) =>
    t('{name} has two choices with the key “{key}”.', { name, key }),
  );
  if (node.choices.length === 0 && node.ending === null)
    problems.push(t('{name} leads nowhere; give it choices or an ending.', { name }));
  if (node.choices.length > 0 && node.ending !== null)
    problems.push(t('{name} has choices and an ending; keep one of them.', { name }));
  const lost = node.choices.filter((choice) => !ids.includes(choice.to));
  return [
    ...problems,
    ...lost.map((choice) =>
      t('choice “{key}” of {name} leads to “{to}”, which does not exist.', { key: choice.key, name, to: choice.to }),
    ),
  ];
}

function travelProblems(scenario: Graph): string[] {
  const met = reachable(scenario);
  const ending = canEnd(scenario);
  const problems = scenario.nodes
    .filter((node) => !met.has(node.id))
    .map((node) => t('nobody can reach node “{id}”; lead a choice to it or take it out.', { id: node.id }));
  const stuck = scenario.nodes.filter((node) => met.has(node.id) && node.choices.length > 0 && !ending.has(node.id));
  if (stuck.length > 0) {
    const nodes = stuck.map((node) => `“${node.id}”`).join(', ');
    problems.push(t('from {nodes} no choice ever leads to an ending.', { nodes }));
  }
  if (scenario.nodes.some((node) => node.id === scenario.start && node.ending !== null)) {
    problems.push(t('the conversation ends before the learner can say anything; give its first node choices.'));
  }
  return problems;
}
