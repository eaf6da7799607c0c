import type { TestApp } from '../support/app.js';
import type { Answer, Browserless, Fields } from '../support/browserless.js';

/** Somebody in a course, who sees pages and presses buttons with JavaScript off. */
export class Learner {
  constructor(
    readonly browser: Browserless,
    readonly slug: string,
  ) {}

  course(): Promise<Answer> {
    return this.browser.get(`/courses/${this.slug}`);
  }

  open(lesson: number): Promise<Answer> {
    return this.browser.get(`/courses/${this.slug}/lessons/${lesson}`);
  }

  /** Presses Continue on a lesson that was just opened. */
  async continueFrom(lesson: number): Promise<Answer> {
    return this.post(lesson, 'reads');
  }

  say(lesson: number, key: string, shown: number, node: string, choice: string): Promise<Answer> {
    return this.post(lesson, `blocks/${key}/turns`, { shown, node, choice });
  }

  answer(lesson: number, key: string, answer: string | string[]): Promise<Answer> {
    return this.post(lesson, `blocks/${key}/answers`, { answer });
  }

  startAgain(lesson: number, key: string): Promise<Answer> {
    return this.post(lesson, `blocks/${key}/restarts`);
  }

  /** Posts a form of a lesson's page with the version that the page holds. */
  async post(lesson: number, what: string, fields: Fields = {}): Promise<Answer> {
    const version = versionOf(await this.open(lesson));
    return this.browser.post(`/courses/${this.slug}/lessons/${lesson}/${what}`, { version, ...fields });
  }

  /** Through the quiz: its first question with this answer, then hands in. Leads to the result. */
  async takeQuiz(answer: '1' | '2'): Promise<Answer> {
    return this.handIn(await this.answerQuiz(answer));
  }

  /** Answers the quiz's first question without handing in; gives the attempt's path. */
  async answerQuiz(answer: '1' | '2'): Promise<string> {
    const first = (await this.browser.post(`/courses/${this.slug}/quiz`)).location!;
    const attempt = first.replace(/\/questions\/.*$/, '');
    const page = await this.browser.follow(await this.browser.get(first));
    const token = /name="token" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    await this.browser.post(`${attempt}/questions/1`, { answer, token });
    return attempt;
  }

  handIn(attempt: string): Promise<Answer> {
    return this.browser.post(`${attempt}/submission`, { anyway: 'yes' });
  }
}

export async function learner(app: TestApp, person: { id: number }, slug = 'put-it-right'): Promise<Learner> {
  return new Learner(await app.signInAs(person), slug);
}

export function versionOf(page: Answer): string {
  return /name="version" value="(\d+)"/.exec(page.text)?.[1] ?? '1';
}

export interface CompletionRow {
  personId: number;
  slug: string;
  version: number;
  unitId: number | null;
  attemptId: string | null;
}

export function completions(app: TestApp, person: { id: number }): Promise<CompletionRow[]> {
  return app.db.query<CompletionRow>(
    `select c.person_id "personId", k.slug, v.number "version", c.unit_id "unitId", c.attempt_id "attemptId"
       from completion c join course k on k.id = c.course_id join course_version v on v.id = c.course_version_id
      where c.person_id = $1 order by c.id`,
    [person.id],
  );
}
