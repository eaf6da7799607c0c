/** Steps that authors take at the studio, through its pages. */
import type { Answer, Browserless, Fields } from '../support/browserless.js';

export const STUDIO = '/studio/campaigns';

/** The hidden field of a page’s form, such as `revision`. */
export function hidden(page: Answer, name: string): string {
  const found = new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)?.[1];
  if (found === undefined) throw new Error(`The page has no field ${name}: ${page.words.slice(0, 200)}`);
  return found;
}

/** Begins a week and answers its path at the studio. */
export async function begin(author: Browserless, how: string, fields: Fields): Promise<string> {
  const form = await author.get(`${STUDIO}/new`);
  const made = await author.post(`${STUDIO}${how}`, { formToken: hidden(form, 'formToken'), ...fields });
  if (made.location === null) throw new Error(`Not begun: ${made.status} ${made.words}`);
  return made.location;
}

/** The path of the week with this name and year. */
export async function pathOf(author: Browserless, name: string): Promise<string> {
  const list = await author.get(STUDIO);
  const path = new RegExp(`href="([^"]+)">${name}<`).exec(list.text)?.[1];
  if (path === undefined) throw new Error(`The studio holds no “${name}”: ${list.words}`);
  return path;
}

/** Presses a button of the week’s page. */
export async function press(author: Browserless, week: string, action: string, fields: Fields = {}): Promise<Answer> {
  const revision = hidden(await author.get(week), 'revision');
  return author.post(`${week}/${action}`, { revision, ...fields });
}

/** Opens a form, changes some of its fields and sends it. */
export async function change(author: Browserless, form: string, fields: Fields): Promise<Answer> {
  return author.post(form, { ...fieldsOf(await author.get(form)), ...fields });
}

/** What a form’s fields hold when its page is opened. */
export function fieldsOf(page: Answer): Record<string, string> {
  const inputs = [...page.text.matchAll(/<input class="govuk-input[^>]*>/g)].map(([tag]) => [
    tag,
    / name="([^"]+)"/.exec(tag)![1]!,
    / value="([^"]*)"/.exec(tag)?.[1] ?? '',
  ]);
  const areas = [...page.text.matchAll(/<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)<\/textarea>/g)];
  const selects = [...page.text.matchAll(/<select[^>]*name="([^"]+)"[\s\S]*?<\/select>/g)].map((match) => [
    match[1]!,
    /value="([^"]*)" selected/.exec(match[0])?.[1] ?? '',
  ]);
  const typed = [...inputs, ...areas].map((match) => [match[1]!, unescaped(match[2] ?? '')]);
  return Object.fromEntries([...typed, ...selects, ['revision', hidden(page, 'revision')]]) as Record<string, string>;
}

function unescaped(text: string): string {
  return text.replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}
