import { resolve } from 'node:path';
import { identityProvider, type IdentityProviderSettings, passwordOnlyFor } from './identity-provider.js';
import { type Environment, mailServer, moment, oneOf, origin, redis, secret, wholeNumber } from './variables.js';

export { ConfigError } from './variables.js';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/**
 * Every setting of an installation, typed. `readConfig` is the only reader of the environment; README lists each variable.
 */
export class Config {
  readonly port!: number;
  readonly host!: string;
  /** Public address without a trailing slash. An https address turns on Secure cookies and HSTS. */
  readonly url!: string;
  readonly secure!: boolean;
  /** How many proxies stand in front, for the client's address. */
  readonly trustProxy!: number;
  /** Absolute folder of the embedded database, rejects files and the like. */
  readonly dataDir!: string;
  readonly databaseUrl!: string | null;
  readonly redisUrl!: string | null;
  /** What a reader of /metrics must know; null: there are no metrics. */
  readonly metricsToken!: string | null;
  readonly smtpUrl!: string | null;
  /** The company's own sign-in; null: passwords alone. */
  readonly identityProvider!: IdentityProviderSettings | null;
  /** References of the people who may still sign in with a password; null: everybody may. */
  readonly passwordOnlyFor!: string[] | null;
  /** Whether an empty database is filled with the demo network. */
  readonly demo!: boolean;
  /** The moment from which the product's clock runs on, when it was set. */
  readonly startsAt!: Date | null;
  readonly logLevel!: string;

  constructor(values: ConfigValues) {
    Object.assign(this, values);
  }

  /** Demo accounts sign in only where nobody else can reach them. */
  get loopback(): boolean {
    return ['127.0.0.1', 'localhost', '::1'].includes(this.host);
  }
}

export type ConfigValues = Pick<
  Config,
  | 'port'
  | 'host'
  | 'url'
  | 'secure'
  | 'trustProxy'
  | 'dataDir'
  | 'databaseUrl'
  | 'redisUrl'
  | 'metricsToken'
  | 'smtpUrl'
  | 'identityProvider'
  | 'passwordOnlyFor'
  | 'demo'
  | 'startsAt'
  | 'logLevel'
>;

/**
 * @throws ConfigError naming the first variable that cannot be read.
 */
export function readConfig(env: Environment): Config {
  const port = wholeNumber(env, 'PORT', 3000, [1, 65535]);
  const host = env.HOST || '127.0.0.1';
  const url = origin(env, 'CXU_URL') ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const databaseUrl = env.DATABASE_URL || null;
  const provider = identityProvider(env);
  const demo = oneOf(env, 'CXU_DEMO', ['0', '1']);
  return new Config({
    port,
    host,
    url,
    secure: url.startsWith('https:'),
    trustProxy: wholeNumber(env, 'TRUST_PROXY', 0, [0, 10]),
    dataDir: resolve(env.CXU_DATA || '.data'),
    databaseUrl,
    redisUrl: redis(env, 'REDIS_URL'),
    metricsToken: secret(env, 'METRICS_TOKEN'),
    smtpUrl: mailServer(env, 'SMTP_URL'),
    identityProvider: provider,
    passwordOnlyFor: passwordOnlyFor(env, provider),
    demo: demo === null ? databaseUrl === null : demo === '1',
    startsAt: moment(env, 'CXU_NOW'),
    logLevel: oneOf(env, 'CXU_LOG', LOG_LEVELS) ?? (process.stdout.isTTY ? 'warn' : 'info'),
  });
}
