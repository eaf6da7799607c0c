import { importPeople, importUnits } from '../network/files.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Answer, Browserless, Fields } from '../support/browserless.js';

/** Grace and Tom write, Nikhil reads; Sam works at a counter and Dawn looks after an area. */
export interface StudioWorld {
  app: TestApp;
  grace: Browserless;
  tom: Browserless;
  nikhil: Browserless;
  sam: Browserless;
  dawn: Browserless;
}

export async function startStudio(): Promise<StudioWorld> {
  const app = await startTestApp();
  await importUnits(app, [
    'R1,North,A1,Moors,000001,Ashbridge,branch,england,2020-01-01,',
    'R1,North,A1,Moors,990001,The CX team,department,england,2020-01-01,',
  ]);
  await importPeople(app, [
    'sam,Sam Kaur,,000001,staff,2020-01-01,',
    'dawn,Dawn Mercer,,A1,areaManager,2020-01-01,',
    'grace,Grace Lim,,990001,author,2020-01-01,',
    'tom,Tom Reed,,990001,administrator,2020-01-01,',
    'nikhil,Nikhil Rao,,990001,analyst,2020-01-01,',
  ]);
  const people = await app.db.query<{ reference: string; id: number }>('select reference, id from person');
  const signIn = (reference: string) => app.signInAs(people.find((row) => row.reference === reference)!);
  return {
    app,
    grace: await signIn('grace'),
    tom: await signIn('tom'),
    nikhil: await signIn('nikhil'),
    sam: await signIn('sam'),
    dawn: await signIn('dawn'),
  };
}

let made = 0;

/** Starts a new course as the page does; gives the path of its draft. */
export async function newDraft(author: Browserless, fields: Fields = {}): Promise<string> {
  const { text } = await author.get('/studio/courses/new');
  const title = `A new course ${++made}`;
  const answer = await author.post('/studio/courses', {
    title,
    start: 'nothing',
    language: 'en',
    formToken: hidden(text, 'formToken'),
    ...fields,
  });
  if (answer.location === null) throw new Error(answer.words);
  return answer.location;
}

/** The first value of a hidden field. */
export function hidden(html: string, name: string): string {
  const found = new RegExp(`name="${name}" value="([^"]*)"`).exec(html);
  if (!found) throw new Error(`The page has no field ${name}.`);
  return found[1]!;
}

/** Presses a button on a page of a draft: its form carries the revision and the lesson of that page. */
export async function press(author: Browserless, page: string, action: string, fields: Fields = {}): Promise<Answer> {
  const { text } = await author.get(page);
  return author.post(action, { ...shown(text), ...fields });
}

/** What every form of a draft's page carries. */
export function shown(html: string): Fields {
  const lesson = /name="lesson" value="([^"]*)"/.exec(html);
  return { revision: hidden(html, 'revision'), ...(lesson ? { lesson: lesson[1]! } : {}) };
}

/** Adds a block to a lesson; gives the path of its form. */
export async function addBlock(author: Browserless, lessonPath: string, kind: string): Promise<string> {
  const { text } = await author.get(lessonPath);
  const answer = await author.post(`${lessonPath}/blocks`, { ...shown(text), kind });
  if (answer.location === null) throw new Error(answer.words);
  return answer.location;
}

/** What a draft holds, as its file would. */
export async function contentOf<T = Record<string, unknown>>(app: TestApp, path: string): Promise<T> {
  const id = Number(/\d+/.exec(path)![0]);
  return (await app.db.one<{ content: T }>('select content from course_draft where id = $1', [id]))!.content;
}

/** Where a redirect leads, the spot on the page included. */
export function spot(answer: Answer): string | null {
  return answer.headers.get('location');
}
