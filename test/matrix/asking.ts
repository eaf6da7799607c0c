/** Sending the same request about three things, and holding the answers against each other. */
import type { Answer, Browserless, Fields } from '../support/browserless.js';
import { MARKS } from './elsewhere.js';
import type { Parts, Thing } from './thing.js';

/** The address of a route about a thing. */
export function fill(path: string, parts: Parts): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(parts[name] ?? name));
}

/** Sends forms and questions of one of the cast, without the sentence that another answer left for the next page. */
export function ask(browser: Browserless, method: string, path: string, form: Fields = {}): Promise<Answer> {
  browser.cookies.delete('cxu-flash');
  return method === 'GET' ? browser.get(path) : browser.post(path, { _csrf: browser.csrf, ...form });
}

/** An answer without what differs between two requests anyway: its number, its token, and what the address itself said. */
export function essence(answer: Answer, thing: Thing | null): string {
  return masked(whole(answer), thing);
}

function whole({ status, headers, text, location }: Answer): string {
  const kept = ['content-type', 'cache-control', 'content-disposition', 'vary', 'www-authenticate', 'retry-after'];
  const head = kept.map((name) => `${name}: ${headers.get(name) ?? ''}`).join('\n');
  return `${status}\n${head}\nlocation: ${location ?? ''}\n\n${text}`;
}

function masked(text: string, thing: Thing | null): string {
  const said = [thing?.here, thing?.elsewhere, thing?.nobodys].flatMap((parts) => Object.values(parts ?? {}));
  const words = [...new Set(said.flatMap((value) => [value, encodeURIComponent(value)]))];
  return words
    .sort((a, b) => b.length - a.length)
    .reduce((rest, word) => rest.replaceAll(word, '…'), text.replace(TOKENS, '…').replace(UUIDS, '…'));
}

const UUIDS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const TOKENS = /(?<=name="_csrf" value=")[^"]*/g;

/** Marks of elsewhere in an answer, apart from what the address itself said. */
export function marksIn(answer: Answer, path: string): string[] {
  const echoed = decodeURIComponent(path).toLowerCase();
  const found = (text: string) => MARKS.filter((mark) => text.includes(mark) && !echoed.includes(mark));
  // Most answers hold none at all: what is masked in the others need not be looked for in them.
  return found(whole(answer).toLowerCase()).length === 0 ? [] : found(essence(answer, null).toLowerCase());
}

/** Runs work on many things with so many under way at once, and answers in their order. */
export async function together<T, R>(things: readonly T[], work: (thing: T) => Promise<R>, atOnce = 16): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    while (next < things.length) {
      const at = next++;
      results[at] = await work(things[at]!);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, things.length) }, worker));
  return results;
}
