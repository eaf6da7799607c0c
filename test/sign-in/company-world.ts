import { importPeople } from '../network/files.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { type Answer, Browserless } from '../support/browserless.js';
import { peopleWithPasswords } from './people.js';
import { CLIENT_ID, CLIENT_SECRET, type RealProvider, startProvider } from './real-provider.js';

export interface CompanyWorld {
  app: TestApp;
  provider: RealProvider;
  /** A browser that has been to the provider: what comes back with it, not yet handed in. */
  outAndBack(who: string, options?: Visiting): Promise<Back>;
  /** The whole way: there, back and in. */
  signIn(who: string, options?: Visiting): Promise<{ browser: Browserless; answer: Answer }>;
  /** The reasons counted since the last call, as `reason detail`. */
  refused(): Promise<string[]>;
  stop(): Promise<void>;
}

export interface Visiting {
  next?: string;
  browser?: Browserless;
  /** The half of a browser that has been at the provider before, and what it does to the address on the way. */
  there?: Browserless;
  tamper?: (address: URL) => void;
}

export interface Back {
  browser: Browserless;
  /** `/sign-in/company/callback?code=…` */
  callback: string;
  /** The browser's other half, with what it holds for the provider. */
  there: Browserless;
}

/**
 * The product with a company's own sign-in: Sam (sam), Eleri (eleri) and Ros, an administrator (ros), whom the provider
 * knows by names of its own; Ann has left, Una works elsewhere.
 */
export async function startCompany(env: Record<string, string> = {}): Promise<CompanyWorld> {
  const provider = await startProvider();
  const app = await startTestApp({
    env: {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: CLIENT_ID,
      OIDC_CLIENT_SECRET: CLIENT_SECRET,
      OIDC_REFERENCE_CLAIM: 'employee_number',
      OIDC_ROLES: 'author=CXU authors; administrator=CN=CXU admins,OU=Groups',
      ...env,
    },
  });
  provider.open(app.url, 'http://127.0.0.1:3000/sign-in/company/callback');
  await peopleWithPasswords(app);
  await importPeople(app, ['900001,Ros Hale,,000001,administrator,2020-01-01,']);
  provider.people = peopleThere();
  return {
    app,
    provider,
    outAndBack: (who, how) => outAndBack(app, provider, who, how),
    signIn: async (who, how) => {
      const { browser, callback } = await outAndBack(app, provider, who, how);
      return { browser, answer: await browser.get(callback) };
    },
    refused: async () =>
      (
        await app.db.query<{ why: string }>(
          `with gone as (delete from provider_refusal returning trim(reason || ' ' || detail) as why) select why from gone order by why`,
        )
      ).map(({ why }) => why),
    stop: async () => {
      await app.stop();
      await provider.stop();
    },
  };
}

export const peopleThere = (): RealProvider['people'] => ({
  sam: { employee_number: '100001', email: 'sam.kaur@example.org', groups: ['Everybody'] },
  eleri: { employee_number: '150001', email: 'eleri@example.org' },
  ros: { employee_number: '900001', groups: [] },
  ann: { employee_number: 'LEFT1' },
  una: { employee_number: '777777' },
});

async function outAndBack(
  app: TestApp,
  provider: RealProvider,
  who: string,
  { next, browser = app.visitor(), there = new Browserless(provider.issuer), tamper }: Visiting = {},
): Promise<Back> {
  const out = await browser.get(`/sign-in/company${next === undefined ? '' : `?next=${encodeURIComponent(next)}`}`);
  if (out.location === null) throw new Error(`Nothing leads to the provider: ${out.status} ${out.words}`);
  provider.who = who;
  const address = new URL(out.location);
  tamper?.(address);
  return { browser, callback: await throughProvider(there, address.href), there };
}

/** Follows the provider's redirects until it leads back to us. */
export async function throughProvider(there: Browserless, location: string): Promise<string> {
  let to = location;
  for (let hops = 0; hops < 8; hops += 1) {
    const url = new URL(to, there.url);
    if (url.origin !== there.url) return url.pathname + url.search;
    const page = await there.get(url.pathname + url.search);
    const answer = page.words.startsWith('Submitting Callback') ? await sentOn(there, page) : page;
    if (answer.location === null) throw new Error(`The provider stopped: ${answer.status} ${answer.words}`);
    to = answer.location;
  }
  throw new Error('The provider never led back.');
}

/** The provider's page that sends itself on when somebody else signs in than it remembers. */
function sentOn(there: Browserless, { text }: Answer): Promise<Answer> {
  const { pathname, search } = new URL(/action="([^"]+)"/.exec(text)![1]!.replaceAll('&amp;', '&'), there.url);
  const fields = [...text.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]): [string, string] => [
    name!,
    value!,
  ]);
  return there.send('POST', pathname + search, new URLSearchParams(fields), {
    'content-type': 'application/x-www-form-urlencoded',
  });
}
