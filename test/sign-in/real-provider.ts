/**
 * A real identity provider (oidc-provider) on a loopback address, and a front of ours before it: a server that hands
 * everything on as it is until a spec tells it what to alter, for what a correct provider cannot be made to say.
 */
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import Provider, { type Configuration } from 'oidc-provider';
import { ProviderMemory } from './provider-memory.js';

export const CLIENT_ID = 'cx-university';
export const CLIENT_SECRET = 'a secret that both sides know';

/** What a JSON answer of the provider becomes on its way. */
type Altered = (body: Record<string, unknown>) => Record<string, unknown> | Promise<Record<string, unknown>>;

export interface Tampering {
  token?: Altered;
  jwks?: Altered;
  discovery?: Altered;
  /** Changes the fields that we send to the token endpoint. */
  tokenRequest?: (fields: URLSearchParams) => void;
  /** Answers the token endpoint itself. */
  tokenAnswer?: { status: number; type: string; body: string; location?: string };
}

export interface RealProvider {
  issuer: string;
  /** Its private key, for tokens that only it could sign. */
  key: JWK;
  /** Who signs in next, by the provider's own name for them. */
  who: string;
  /** What it says about each of them. */
  people: Record<string, Record<string, unknown>>;
  tampering: Tampering;
  /** Stops somebody at the page where they would type their password. */
  cancels: boolean;
  /** How often somebody had to prove who they are. */
  asked: number;
  /** Opens for this product, which must know the issuer first. */
  open(productUrl: string, callbackUrl: string): void;
  /** Keeps claims out of the ID token, for whoever asks with the access token. */
  shorten(minimal: boolean): void;
  /** From now on it signs with another key; the old one is forgotten. */
  changeKey(): Promise<void>;
  /** Nobody answers at its address any more, until it comes back. */
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

export async function aKey(kid: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid, use: 'sig', alg: 'RS256' };
}

export async function startProvider(): Promise<RealProvider> {
  const front = new Front();
  const port = await front.listen(0);
  const issuer = `http://127.0.0.1:${port}`;
  let reopen: (minimal?: boolean) => void = () => undefined;
  const real: RealProvider = {
    issuer,
    key: await aKey('first'),
    who: '',
    people: {},
    tampering: front.tampering,
    cancels: false,
    asked: 0,
    open: (productUrl, callbackUrl) => {
      reopen = (minimal = false) => front.serve(providerFor(real, { productUrl, callbackUrl, minimal }));
      reopen();
    },
    shorten: (minimal) => reopen(minimal),
    changeKey: async () => {
      real.key = await aKey(`later-${Date.now()}`);
      reopen();
    },
    goDown: () => front.close(),
    comeBack: async () => void (await front.listen(port)),
    stop: () => front.close(),
  };
  return real;
}

interface Options {
  productUrl: string;
  minimal: boolean;
  callbackUrl: string;
}

function providerFor(real: RealProvider, { productUrl, minimal, callbackUrl }: Options) {
  const client = {
    client_secret: CLIENT_SECRET,
    redirect_uris: [callbackUrl],
    post_logout_redirect_uris: [new URL('/sign-in', callbackUrl).href],
    backchannel_logout_uri: `${productUrl}/sign-in/company/logout`,
    backchannel_logout_session_required: true,
  };
  const configuration: Configuration = {
    adapter: ProviderMemory,
    clients: [
      { client_id: CLIENT_ID, ...client },
      { client_id: 'payroll', ...client },
    ],
    jwks: { keys: [real.key as never] },
    conformIdTokenClaims: minimal,
    claims: { openid: ['sub'], profile: ['employee_number', 'groups', 'email', 'name'] },
    cookies: { keys: ['a key for cookies'] },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => void (ctx.body = `${form}<button form="op.logoutForm" name="logout" value="yes">`),
      },
    },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    pkce: { required: () => true, methods: ['S256'] },
    ttl: { Session: 3600, Grant: 3600, Interaction: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ sub, ...real.people[sub] }) }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client!.clientId,
        accountId: ctx.oidc.session!.accountId!,
      });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  };
  const provider = new Provider(real.issuer, configuration);
  const answer = provider.callback();
  return (incoming: IncomingMessage, response: ServerResponse) => {
    if (!incoming.url?.startsWith('/interaction/')) return void answer(incoming, response);
    real.asked += 1;
    const result = real.cancels
      ? { error: 'access_denied', error_description: 'stopped' }
      : { login: { accountId: real.who } };
    void provider.interactionFinished(incoming, response, result);
  };
}

type Handler = (incoming: IncomingMessage, response: ServerResponse) => void;

/** The public address: hands on to the provider behind it, and alters what it is told to. */
class Front {
  readonly tampering: Tampering = {};
  private handler: Handler = (_incoming, response) => void response.writeHead(404).end();
  private behind = createServer((incoming, response) => this.handler(incoming, response));
  private server: Server | null = null;

  serve(handler: Handler): void {
    this.handler = handler;
  }

  async listen(port: number): Promise<number> {
    if (!this.behind.listening) await listening(this.behind, 0);
    this.server = createServer((incoming, response) => {
      this.handOn(incoming, response).catch((error: unknown) => response.writeHead(502).end(String(error)));
    });
    await listening(this.server, port);
    return (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    for (const server of [this.server, this.behind]) {
      server?.closeAllConnections();
      await new Promise((resolve) => server?.close(resolve) ?? resolve(null));
    }
    this.behind = createServer((incoming, response) => this.handler(incoming, response));
  }

  private async handOn(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = incoming.url!.split('?')[0]!;
    const { tokenAnswer, tokenRequest } = this.tampering;
    const sent = await bodyOf(incoming);
    if (path === '/token' && tokenAnswer) {
      const { status, type, body, location } = tokenAnswer;
      return void response.writeHead(status, { 'content-type': type, ...(location ? { location } : {}) }).end(body);
    }
    const fields = new URLSearchParams(sent.toString());
    if (path === '/token') tokenRequest?.(fields);
    const body = path === '/token' && tokenRequest ? Buffer.from(fields.toString()) : sent;
    const answer = await this.ask(incoming, body);
    const altered = await this.altered(path, answer);
    response.writeHead(answer.status, { ...answer.headers, 'content-length': altered.length }).end(altered);
  }

  private ask(incoming: IncomingMessage, body: Buffer): Promise<Asked> {
    const { port } = this.behind.address() as AddressInfo;
    return new Promise((resolve, reject) => {
      const headers = { ...incoming.headers, 'content-length': String(body.length) };
      const asked = request(
        { port, host: '127.0.0.1', method: incoming.method, path: incoming.url, headers },
        (answer) => {
          void bodyOf(answer).then((text) =>
            resolve({ status: answer.statusCode!, headers: answer.headers, body: text }),
          );
        },
      );
      asked.on('error', reject).end(body);
    });
  }

  private async altered(path: string, { status, body }: Asked): Promise<Buffer> {
    const alter = {
      '/token': this.tampering.token,
      '/jwks': this.tampering.jwks,
      '/.well-known/openid-configuration': this.tampering.discovery,
    }[path];
    if (alter === undefined || status !== 200) return body;
    return Buffer.from(JSON.stringify(await alter(JSON.parse(body.toString()) as Record<string, unknown>)));
  }
}

interface Asked {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

const listening = (server: Server, port: number) =>
  new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));

async function bodyOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
