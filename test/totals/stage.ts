import fc from 'fast-check';
import { ActorLoader } from '../../src/network/actor-loader.service.js';
import { wrongCells } from '../feedback/imports.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { checkAnswers, checkAssigned, checkCourses, checkParticipation } from './check.js';
import { checkFiles } from './files.js';
import { type Asked, type History, histories, questions, TODAY } from './history.js';
import { Reports } from './reports.js';
import { begin, type Ids, tell } from './telling.js';

export interface Stage {
  app: TestApp;
  /** Tells so many random histories and asks each of them some questions. */
  hold(runs: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startStage(): Promise<Stage> {
  const app = await startTestApp({ now: `${TODAY}T10:00:00Z` });
  const ids = await begin(app);
  const analyst = await app.signInAs(ids.analyst);
  return { app, hold: (runs) => hold({ app, ids, analyst }, runs), stop: () => app.stop() };
}

interface World {
  app: TestApp;
  ids: Ids;
  analyst: Browserless;
}

function hold(world: World, runs: number): Promise<void> {
  const some = fc.array(questions, { minLength: 2, maxLength: 2 });
  return fc.assert(
    fc.asyncProperty(histories, some, (history, asked) => holds(world, history, asked)),
    { numRuns: runs },
  );
}

async function holds({ app, ids, analyst: browser }: World, history: History, asked: readonly Asked[]): Promise<void> {
  await tell(app, ids, history);
  const analyst = await app.nest.get(ActorLoader).load(ids.analyst);
  const reports = new Reports(app, ids, analyst!);
  for (const question of asked) {
    await checkAnswers(reports, history, question);
    await checkCourses(reports, history, question);
    await checkAssigned(reports, history, question);
    await checkParticipation(reports, history, question);
  }
  if (asked[0]) await checkFiles(browser, history, asked[0]);
  const wrong = await wrongCells(app);
  if (wrong.length > 0) throw new Error(`Rollups that no answers stand behind: ${JSON.stringify(wrong)}`);
}
