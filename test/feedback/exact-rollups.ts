import { notAsWorkedOut } from './recount-derived.js';
import { notAsRecounted } from './recount.js';
import { RandomHistory } from './random-history.js';
import { type Step, steps } from './random-steps.js';
import type { TestApp } from '../support/app.js';

interface Play {
  seed: number;
  operations: number;
  rows: number;
  people: number;
  /** The rollups are recounted after every so many steps. */
  every?: number;
  /** What jobs work out is recounted after every so many steps, once they have run. */
  jobsEvery?: number;
}

/**
 * Plays a random history until so many operations are done, and recounts all cells on the way and at the end: the first step
 * after which something is wrong ends it.
 * @throws with the seed and the shortest history that shows it
 */
export async function playExactly(app: TestApp, play: Play): Promise<RandomHistory> {
  const { seed, operations, rows, people, every = 1, jobsEvery = 10 } = play;
  const history = new RandomHistory(app);
  const played: Step[] = [];
  for (const step of steps(seed, rows, people)) {
    await history.play(step);
    played.push(step);
    const over = history.operations >= operations;
    if (over || played.length % every === 0) await check(app, history, seed, played);
    if (over || played.length % jobsEvery === 0) await checkJobs(app, seed, played);
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
  fail(seed, played, { cells: cells.slice(0, 5), answers: answers.slice(0, 5), missing: [...expected].slice(0, 5) });
}

async function checkJobs(app: TestApp, seed: number, played: readonly Step[]): Promise<void> {
  await app.runJobs();
  const cells = await notAsWorkedOut(app);
  if (cells.length > 0) fail(seed, played, { cells: cells.slice(0, 5) });
}

function fail(seed: number, played: readonly Step[], wrong: object): never {
  const said = played.map(say).join('\n');
  throw new Error(`Seed ${seed}, wrong after step ${played.length}: ${JSON.stringify(wrong)}\n${said}`);
}

function say(step: Step, at: number): string {
  const what = 'answers' in step ? `${step.answers.length} answers` : JSON.stringify({ ...step, do: undefined });
  return `${at + 1}. ${step.do} ${what}`;
}
