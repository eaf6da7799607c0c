import { notAsRecounted } from './recount.js';
import { RandomHistory, type Step, steps } from './random-history.js';
import type { TestApp } from '../support/app.js';

/**
 * Plays a random history until so many operations are done, and recounts all cells after every step, or every so many: the
 * first step after which something is wrong ends it.
 * @throws with the seed and the shortest history that shows it
 */
export async function playExactly(
  app: TestApp,
  {
    seed,
    operations,
    rows,
    people,
    every = 1,
  }: { seed: number; operations: number; rows: number; people: number; every?: number },
): Promise<RandomHistory> {
  const history = new RandomHistory(app);
  const played: Step[] = [];
  for (const step of steps(seed, rows, people)) {
    await history.play(step);
    played.push(step);
    const over = history.operations >= operations;
    if (over || played.length % every === 0) await check(app, history, seed, played);
    if (over) break;
  }
  return history;
}

async function check(app: TestApp, history: RandomHistory, seed: number, played: readonly Step[]): Promise<void> {
  const cells = await notAsRecounted(app);
  const expected = new Set(history.expected);
  const inForce = await history.inForce();
  const answers = inForce.filter((one) => !expected.delete(one));
  if (cells.length + answers.length + expected.size === 0) return;
  const wrong = { cells: cells.slice(0, 5), answers: answers.slice(0, 5), missing: [...expected].slice(0, 5) };
  throw new Error(
    `Seed ${seed}, wrong after step ${played.length}: ${JSON.stringify(wrong)}\n${played.map(say).join('\n')}`,
  );
}

function say(step: Step, at: number): string {
  const what = 'answers' in step ? `${step.answers.length} answers` : JSON.stringify({ ...step, do: undefined });
  return `${at + 1}. ${step.do} ${what}`;
}
