/** What the specs of the API share: a small network, an administrator, and software that asks. */
import { importPeople, importUnits } from '../network/files.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { as } from '../campaigns/week-world.js';
import { defined, FOOTFALL } from '../feedback/custom-metrics/metrics-world.js';

export const ACCOUNTS = '/admin/service-accounts';

export async function startApi(now = '2027-02-10T10:00:00Z'): Promise<TestApp> {
  const app = await startTestApp({ now });
  await importUnits(app, [
    'R1,North,A1,Moors,021047,Ashbridge,branch,england,2020-01-01,',
    'R1,North,A1,Moors,000002,Millbridge,branch,england,2020-01-01,',
    'R1,North,A2,Coast,HQ,Head office,department,england,2020-01-01,',
  ]);
  await importPeople(app, [
    'ros,Ros Jones,,HQ,administrator,2020-01-01,',
    'nik,Nik Jones,,HQ,analyst,2020-01-01,',
    'sam,Sam Jones,,021047,staff,2020-01-01,',
    'dawn,Dawn Jones,,A1,areaManager,2020-01-01,',
  ]);
  await defined(app, FOOTFALL);
  return app;
}

/** Has an administrator make an account, and answers the token that the page showed. */
export async function tokenFor(
  app: TestApp,
  scopes: string[],
  fields: { name?: string; endsOn?: string; places?: string } = {},
): Promise<string> {
  const ros = await as(app, 'ros');
  const form = await ros.get(ACCOUNTS);
  const formToken = /name="formToken" value="([^"]+)"/.exec(form.text)![1]!;
  const name = fields.name ?? `Software ${Math.random()} ${scopes.join(' ')}`.slice(0, 60).trim();
  const made = await ros.post(ACCOUNTS, {
    formToken,
    name,
    scopes,
    endsOn: fields.endsOn ?? '',
    ...whereOf(fields.places),
  });
  const token = /<code[^>]*>(cxu_[\w-]+)<\/code>/.exec(made.text)?.[1];
  if (token === undefined) throw new Error(`No token: ${made.status} ${made.words}`);
  return token;
}

/** The whole network unless places are named. */
export const whereOf = (places?: string) =>
  places === undefined ? { where: 'network', places: '' } : { where: 'places', places };

export interface ApiAnswer {
  status: number;
  headers: Headers;
  json: Record<string, unknown>;
  text: string;
}

/** A program that asks; `body` goes as JSON unless it is text already. */
export async function ask(
  app: TestApp,
  method: string,
  path: string,
  { token, body, headers = {} }: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<ApiAnswer> {
  const sent = await fetch(app.url + path, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await sent.text();
  return { status: sent.status, headers: sent.headers, json: JSON.parse(text) as Record<string, unknown>, text };
}
