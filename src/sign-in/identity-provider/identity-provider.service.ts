import { Injectable } from '@nestjs/common';
import { createRemoteJWKSet, type JWTPayload, jwtVerify, type JWTVerifyOptions, type RemoteJWKSet } from 'jose';
import * as oidc from 'openid-client';
import { Config } from '../../platform/config.js';
import type { IdentityProviderSettings } from '../../platform/identity-provider.js';
import { callbackPath, SIGN_IN_PATH } from '../paths.js';
import type { Claims } from './reference-claim.js';
import { Refused } from './refusal.js';
import type { ProviderVisit, VisitEnded } from './provider-visits.queries.js';

/** Signatures with a private key of the provider's. Never `none`, never one with a secret that both sides know. */
export const SAFE_ALGORITHMS = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
];

const TIMEOUT_SECONDS = 5;
const KNOWN_FOR_MS = 3_600_000;
const CLOCKS_DIFFER_SECONDS = 30;
const OLDEST_PROOF_SECONDS = 600;

/** The provider as it describes itself, and its keys, which are asked again when an unknown one turns up. */
interface Connection {
  configuration: oidc.Configuration;
  keys: RemoteJWKSet;
}

/** What the provider says of whoever came back from it. */
export interface Proof {
  claims: Claims;
  subject: string;
  session: string | null;
  idToken: string;
}

/**
 * The company's identity provider. It is asked when somebody signs in and never at start, so that its trouble is not ours;
 * what it says of itself is kept for an hour, and longer while it does not answer.
 */
@Injectable()
export class IdentityProvider {
  private known: { connection: Connection; at: number } | null = null;
  private asking: Promise<Connection> | null = null;

  constructor(private readonly config: Config) {}

  get isThere(): boolean {
    return this.config.identityProvider !== null;
  }

  get callbackUrl(): string {
    return this.config.url + callbackPath;
  }

  /** Where the browser goes to prove who its person is. */
  async authorizationUrl(visit: Omit<ProviderVisit, 'next'>, language: string): Promise<string> {
    const { configuration } = await this.connect();
    return oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: this.callbackUrl,
      scope: this.settings.scope,
      state: visit.state,
      nonce: visit.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(visit.verifier),
      code_challenge_method: 'S256',
      ui_locales: language,
      ...(visit.fresh ? { prompt: 'login', max_age: '0' } : {}),
    }).href;
  }

  /**
   * Redeems what came back with the browser.
   * @throws what openid-client and jose throw, or Refused, when any part of it cannot be trusted
   */
  async redeem(current: URL, { state, nonce, verifier, fresh, seconds }: VisitEnded): Promise<Proof> {
    const { configuration } = await this.connect();
    const checks = {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
      // Proved since the visit began: a colleague before them on the same counter PC has no part in it.
      ...(fresh ? { maxAge: seconds } : {}),
    };
    const tokens = await oidc.authorizationCodeGrant(configuration, current, checks);
    const idToken = tokens.id_token!;
    const claims = await this.verified(idToken, { maxTokenAge: OLDEST_PROOF_SECONDS });
    if (claims.azp !== undefined && claims.azp !== this.settings.clientId) throw new Refused('audience', 'azp');
    const told = await this.whatElseItSays(configuration, tokens.access_token, claims);
    const session = typeof claims.sid === 'string' ? claims.sid : null;
    return { claims: { ...told, ...claims }, subject: claims.sub!, session, idToken };
  }

  /**
   * Claims of a token that this provider signed for us.
   * @throws what jose throws
   */
  async verified(token: string, options: JWTVerifyOptions): Promise<JWTPayload> {
    const { configuration, keys } = await this.connect();
    const expected = {
      issuer: configuration.serverMetadata().issuer,
      audience: this.settings.clientId,
      algorithms: SAFE_ALGORITHMS,
      clockTolerance: CLOCKS_DIFFER_SECONDS,
      ...options,
    };
    try {
      return (await jwtVerify(token, keys, expected)).payload;
    } catch (error) {
      if (!isUnknownKey(error) || !keys.coolingDown) throw error;
      // The provider may have changed its key within the seconds for which jose does not ask again.
      await keys.reload();
      return (await jwtVerify(token, keys, expected)).payload;
    }
  }

  /** Where the browser goes to sign out there too; null when the provider has no such place or does not answer. */
  async signOutUrl(idToken: string): Promise<string | null> {
    const connection = await this.connect().catch(() => null);
    if (connection === null || connection.configuration.serverMetadata().end_session_endpoint === undefined)
      return null;
    const back = { post_logout_redirect_uri: this.config.url + SIGN_IN_PATH };
    const hinted = oidc.buildEndSessionUrl(connection.configuration, { ...back, id_token_hint: idToken }).href;
    return hinted.length <= LONGEST_ADDRESS ? hinted : oidc.buildEndSessionUrl(connection.configuration, back).href;
  }

  /** Asks the provider afresh: for the page that tests the connection. */
  async describe(): Promise<{
    metadata: Readonly<oidc.ServerMetadata>;
    keys: readonly { kty?: string; alg?: string }[];
  }> {
    const { configuration, keys } = await this.discover();
    await keys.reload();
    return { metadata: configuration.serverMetadata(), keys: keys.jwks()?.keys ?? [] };
  }

  private async connect(): Promise<Connection> {
    const { known } = this;
    if (known !== null && Date.now() - known.at < KNOWN_FOR_MS) return known.connection;
    this.asking ??= this.discover().finally(() => (this.asking = null));
    return known === null ? this.asking : this.asking.catch(() => known.connection);
  }

  private async discover(): Promise<Connection> {
    const { issuer, clientId, clientSecret } = this.settings;
    const execute = issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [];
    const configuration = await oidc.discovery(
      new URL(issuer),
      clientId,
      { [oidc.clockTolerance]: CLOCKS_DIFFER_SECONDS },
      byWhatItTakes(clientSecret),
      { execute, timeout: TIMEOUT_SECONDS },
    );
    const { jwks_uri, issuer: named } = configuration.serverMetadata();
    if (named !== issuer) throw new Refused('issuer', 'discovery');
    if (jwks_uri === undefined || !comesSafely(jwks_uri, issuer)) throw new Refused('unavailable', 'jwks_uri');
    const connection = {
      configuration,
      keys: createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: TIMEOUT_SECONDS * 1000 }),
    };
    this.known = { connection, at: Date.now() };
    return connection;
  }

  /** Some providers put only the bare minimum into the proof, and tell the rest to whoever asks with the access token. */
  private async whatElseItSays(configuration: oidc.Configuration, accessToken: string, claims: JWTPayload) {
    const { referenceClaim, groupsClaim, groupRoles } = this.settings;
    const wanted = [referenceClaim, ...(groupRoles.length > 0 ? [groupsClaim] : [])];
    const complete = wanted.every((name) => Object.hasOwn(claims, name));
    if (complete || configuration.serverMetadata().userinfo_endpoint === undefined) return {};
    return oidc.fetchUserInfo(configuration, accessToken, claims.sub!);
  }

  private get settings(): IdentityProviderSettings {
    if (this.config.identityProvider === null) throw new Error('No identity provider is configured.');
    return this.config.identityProvider;
  }
}

/** Keys that anybody on the way could have changed prove nothing. */
function comesSafely(address: string, issuer: string): boolean {
  const { protocol, origin } = new URL(address);
  return protocol === 'https:' || origin === new URL(issuer).origin;
}

/** Beyond this, servers and proxies begin to refuse an address. */
const LONGEST_ADDRESS = 6_000;

const isUnknownKey = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_JWKS_NO_MATCHING_KEY';

/** Basic is what a provider takes when it does not say. */
function byWhatItTakes(secret: string): oidc.ClientAuth {
  return (server, ...rest) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const send = taken.includes('client_secret_basic') ? oidc.ClientSecretBasic : oidc.ClientSecretPost;
    send(secret)(server, ...rest);
  };
}
