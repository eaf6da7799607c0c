import { AttemptsService } from '../../src/assessment/attempts/attempts.service.js';
import { attemptPath, questionPath, submissionPath } from '../../src/assessment/paths.js';
import type { Actor } from '../../src/platform/actor.js';
import type { TestApp } from '../support/app.js';
import type { Answer, Browserless, Fields } from '../support/browserless.js';

export function actorFor(personId: number): Actor {
  const reach = { network: false, regionIds: [], areaIds: [], unitIds: [] };
  return {
    personId,
    reference: '',
    name: '',
    language: 'en',
    posts: [],
    roles: ['staff'],
    reach,
    unitId: null,
    areaId: null,
  };
}

/** Starts an attempt as courses will; gives its id. */
export async function start(app: TestApp, person: { id: number }, quizVersionId: number): Promise<string> {
  return (await app.nest.get(AttemptsService).start(actorFor(person.id), quizVersionId)).attemptId;
}

/** A learner at one attempt, who sees pages and presses buttons. */
export class Learner {
  constructor(
    readonly browser: Browserless,
    readonly attemptId: string,
  ) {}

  see(number: number): Promise<Answer> {
    return this.browser.get(questionPath(this.attemptId, number));
  }

  /** Opens the question, chooses and presses the button. */
  async choose(number: number, answer: string | string[], more: Fields = {}): Promise<Answer> {
    const token = tokenOf(await this.see(number));
    return this.browser.post(questionPath(this.attemptId, number), { answer, token, ...more });
  }

  handIn(fields: Fields = {}): Promise<Answer> {
    return this.browser.post(submissionPath(this.attemptId), fields);
  }

  async goOn(): Promise<string | null> {
    return (await this.browser.get(attemptPath(this.attemptId))).location;
  }
}

/** The save token of a page that asks; empty on others. */
export function tokenOf(page: Answer): string {
  return /name="token" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
}

export function titleOf(page: Answer): string {
  return /<title>([^<]*)<\/title>/.exec(page.text)?.[1]?.replace(' – CX University', '') ?? '';
}
