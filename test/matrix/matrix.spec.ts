/**
 * Every route as everybody, about things in reach and out of it. What may be opened is read from the routes themselves and
 * from expected.ts; what is out of reach has to answer as what nobody has, byte for byte, and must not change a row.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeclaredRoute } from '../../src/platform/web/declared-routes.js';
import type { Answer } from '../support/browserless.js';
import { ask, essence, fill, marksIn, together } from './asking.js';
import { EXPECTED } from './expected.js';
import { ADDRESSES } from './forms.js';
import { aWorld, expectedOf, fingerprints, formOf, mayUse, nameOf, NOBODY, type World } from './world.js';

let world: World;
beforeAll(async () => void (world = await aWorld()), 400_000);
afterAll(() => world.stop());

/** One of the cast asks a route about a thing: at Ashbridge, elsewhere, or one that nobody has. */
interface Question {
  route: DeclaredRoute;
  who: string;
  about: 'here' | 'elsewhere' | 'nobodys';
}

const people = () => [NOBODY, ...world.cast.map(({ name }) => name)];
const pages = (method: string) =>
  world.routes.filter((route) => route.method === method && route.scope === null && expectedOf(route) !== undefined);

function questions(method: string): Question[] {
  return pages(method).flatMap((route) =>
    people().flatMap((who) => thingsAsked(route).map((about) => ({ route, who, about }))),
  );
}

function thingsAsked(route: DeclaredRoute): Question['about'][] {
  const thing = thingOf(route);
  if (thing === null) return ['here'];
  return thing.elsewhere === null ? ['here', 'nobodys'] : ['here', 'elsewhere', 'nobodys'];
}

function thingOf(route: DeclaredRoute) {
  const name = expectedOf(route)?.thing ?? null;
  return name === null ? null : world.things[name];
}

const addressOf = ({ route, about }: Question) =>
  fill(ADDRESSES[nameOf(route)] ?? route.path, thingOf(route)?.[about] ?? {});

/** Whether the table and the route's declaration say that this is open. */
function isOpen({ route, who, about }: Question): boolean {
  if (!mayUse(route, who, world.cast)) return false;
  const { thing, here = people(), elsewhere = CX } = expectedOf(route)!;
  if (thing === null) return true;
  if (about === 'nobodys') return false;
  return (about === 'here' ? here : elsewhere).includes(who);
}

/** Everybody with the permission gets the list, and it holds nothing out of reach. */
const isListFor = ({ route, who }: Question) => expectedOf(route)!.list === true && mayUse(route, who, world.cast);

const CX = ['author', 'analyst', 'administrator'];
/** They may know what there is elsewhere. */
const mayKnow = (who: string) => [...CX, 'postmaster and colleague'].includes(who);

/** Whoever is told that many people are here asks again, as the answer says. */
async function put(question: Question): Promise<Answer> {
  const { route, who } = question;
  const once = () => ask(world.browsers.get(who)!, route.method, addressOf(question), formOf(route));
  const answer = await once();
  return answer.status === 503 ? once() : answer;
}

const say = ({ route, who, about }: Question, answer: Answer) =>
  `${who} asks ${nameOf(route)} (${about}): ${answer.status} ${answer.location ?? ''}`.trim();

const isOurFault = ({ status }: Answer) => status >= 500;
const leadsToSignIn = ({ location }: Answer) => location?.startsWith('/sign-in') ?? false;

/** Answers of what is not open, held against what nobody has. */
function notAsUnknown(asked: readonly Question[], answers: readonly Answer[]): string[] {
  const unknown = new Map<string, string>();
  const keyOf = ({ route, who }: Question) => `${nameOf(route)} ${who}`;
  asked.forEach((question, at) => {
    if (question.about === 'nobodys') unknown.set(keyOf(question), essence(answers[at]!, thingOf(question.route)));
  });
  return asked.flatMap((question, at) => {
    const known = unknown.get(keyOf(question));
    if (known === undefined || question.about === 'nobodys' || isOpen(question)) return [];
    const said = essence(answers[at]!, thingOf(question.route));
    return said === known ? [] : [`${say(question, answers[at]!)} ${firstDifference(said, known)}`];
  });
}

/** Some words from where two answers part. */
function firstDifference(said: string, known: string): string {
  const at = [...said].findIndex((letter, index) => letter !== known[index]);
  const from = Math.max(0, at - 40);
  return `“${said.slice(from, at + 60)}” instead of “${known.slice(from, at + 60)}”`;
}

const leaks = (asked: readonly Question[], answers: readonly Answer[]) =>
  asked.flatMap((question, at) => {
    const marks = mayKnow(question.who) ? [] : marksIn(answers[at]!, addressOf(question));
    return marks.length === 0 ? [] : [`${say(question, answers[at]!)} says ${marks.join(', ')}`];
  });

describe('the table', () => {
  it('has a line for every route', () => {
    const missing = world.routes.filter((route) => expectedOf(route) === undefined).map(nameOf);
    const sentence =
      'Enter these routes in test/matrix/expected.ts, under the thing that they are about (things.ts makes examples of it).';
    expect({ sentence, missing }).toEqual({ sentence, missing: [] });
  });

  it('has no line for a route that is gone, and none twice', () => {
    const known = new Set(world.routes.map(nameOf));
    const lines = EXPECTED.flatMap(({ routes }) => routes);
    expect(lines.filter((line, at) => !known.has(line) || lines.indexOf(line) !== at)).toEqual([]);
  });
});

describe('reading', () => {
  let asked: Question[];
  let answers: Answer[];
  beforeAll(async () => {
    asked = questions('GET');
    answers = await together(asked, put);
  }, 400_000);

  it('is never our fault', () => {
    expect(asked.flatMap((one, at) => (isOurFault(answers[at]!) ? [say(one, answers[at]!)] : []))).toEqual([]);
  });

  it('opens what the table says', () => {
    const shut = asked.flatMap((one, at) => {
      const answer = answers[at]!;
      const { opens = [200, 303] } = expectedOf(one.route)!;
      const opened = opens.includes(answer.status) && (one.route.isPublic || !leadsToSignIn(answer));
      return isOpen(one) && !opened ? [say(one, answer)] : [];
    });
    expect(shut).toEqual([]);
  });

  it('opens nothing else', () => {
    const open = asked.flatMap((one, at) =>
      !isOpen(one) && !isListFor(one) && ![403, 404].includes(answers[at]!.status) && !leadsToSignIn(answers[at]!)
        ? [say(one, answers[at]!)]
        : [],
    );
    expect(open).toEqual([]);
  });

  it('answers out of reach as what nobody has, byte for byte', () => expect(notAsUnknown(asked, answers)).toEqual([]));
  it('says nothing of elsewhere', () => expect(leaks(asked, answers)).toEqual([]));
});

describe('writing', () => {
  let asked: Question[];
  let answers: Answer[];
  let before: Record<string, string>;
  beforeAll(async () => {
    asked = questions('POST').filter((question) => !isOpen(question));
    before = await fingerprints(world.app);
    answers = await together(asked, put);
  }, 400_000);

  it('changes nothing that is not open', async () => expect(await fingerprints(world.app)).toEqual(before));

  it('is never our fault', () => {
    expect(asked.flatMap((one, at) => (isOurFault(answers[at]!) ? [say(one, answers[at]!)] : []))).toEqual([]);
  });

  it('answers out of reach as what nobody has, byte for byte', () => expect(notAsUnknown(asked, answers)).toEqual([]));
  it('says nothing of elsewhere', () => expect(leaks(asked, answers)).toEqual([]));
});

/** Last of all, because it changes what the others look at: most forms are empty, and one ends the session of another. */
describe('writing where the table says so', () => {
  it('is never our fault', async () => {
    const asked = questions('POST').filter((one) => thingOf(one.route) !== null && isOpen(one));
    const answers = await together(asked, put);
    expect(asked.flatMap((one, at) => (isOurFault(answers[at]!) ? [say(one, answers[at]!)] : []))).toEqual([]);
  }, 400_000);
});
