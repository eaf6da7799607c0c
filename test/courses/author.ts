import { randomUUID } from 'node:crypto';
import { readCourseContent } from '../../src/courses/content/content.js';
import { type DraftContent, draftOf } from '../../src/courses/studio/drafts/draft-content.js';
import { NewDrafts } from '../../src/courses/studio/drafts/new-drafts.service.js';
import type { Actor } from '../../src/platform/actor.js';
import type { CourseSource } from '../factories/courses.js';
import { importPeople, importUnits } from '../network/files.js';
import type { TestApp } from '../support/app.js';
import type { Answer, Browserless, Fields } from '../support/browserless.js';

/** Two authors and an analyst in a department of their own. */
export async function aDesk(app: TestApp) {
  await importUnits(app, ['R9,Central,A9,Head office,CX,Customer experience,department,england,2020-01-01,']);
  await importPeople(app, [
    'grace,Grace Bell,,CX,author,2020-01-01,',
    'hal,Hal Moon,,CX,author,2020-01-01,',
    'nikhil,Nikhil Rao,,CX,analyst,2020-01-01,',
  ]);
  const people = await app.db.query<{ reference: string; id: number }>('select reference, id from person');
  const person = (reference: string) => ({ id: people.find((row) => row.reference === reference)!.id });
  return { grace: person('grace'), hal: person('hal'), nikhil: person('nikhil') };
}

/** A draft that holds this course, `change` made to it. */
export function aDraft(
  app: TestApp,
  author: { id: number },
  course: CourseSource,
  change: (content: DraftContent) => DraftContent = (content) => content,
): Promise<number> {
  const { value, problems } = readCourseContent(course);
  if (value === null) throw new Error(problems.map((problem) => problem.sentence).join('\n'));
  const start = { courseId: null, basedOn: null, content: change(draftOf(value)), formToken: randomUUID() };
  return app.nest.get(NewDrafts).keep({ personId: author.id } as Actor, start);
}

/** Somebody at a draft, who sees pages and presses buttons with JavaScript off. */
export class AtDraft {
  constructor(
    readonly browser: Browserless,
    readonly draftId: number,
  ) {}

  get(what = ''): Promise<Answer> {
    return this.browser.get(`/studio/courses/${this.draftId}${what}`);
  }

  /** Posts a form of the page `from` with the revision that it shows. */
  async post(what: string, fields: Fields = {}, from = what): Promise<Answer> {
    const revision = revisionOf(await this.get(from));
    return this.send(what, { revision, ...fields });
  }

  /** Posts as it is, from whatever page. */
  send(what: string, fields: Fields): Promise<Answer> {
    return this.browser.post(`/studio/courses/${this.draftId}${what}`, fields);
  }

  publish(partWay = 'finish'): Promise<Answer> {
    return this.post('/publish', { partWay });
  }
}

export function revisionOf(page: Answer): string {
  return /name="revision" value="(\d+)"/.exec(page.text)?.[1] ?? '1';
}

/** Opens the draft of the next version, as the button on the version list does. */
export async function nextVersion(browser: Browserless, slug: string): Promise<AtDraft> {
  const { location } = await browser.post(`/studio/published/${slug}/drafts`);
  return new AtDraft(browser, Number(location!.split('/').at(-1)));
}
