import { resolve } from 'node:path';

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
  readonly smtpUrl!: string | null;
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
  | 'smtpUrl'
  | 'demo'
  | 'startsAt'
  | 'logLevel'
>;

/** A variable is wrong; `message` names it and says what it takes. */
export class ConfigError extends Error {}

/**
 * @throws ConfigError naming the first variable that cannot be read.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const port = wholeNumber(env, 'PORT', 3000, 65535);
  const host = env.HOST || '127.0.0.1';
  const url = address(env, `http://${host.includes(':') ? `[${host}]` : host}:${port}`);
  const databaseUrl = env.DATABASE_URL || null;
  return new Config({
    port,
    host,
    url,
    secure: url.startsWith('https:'),
    trustProxy: wholeNumber(env, 'TRUST_PROXY', 0, 10),
    dataDir: resolve(env.CXU_DATA || '.data'),
    databaseUrl,
    redisUrl: env.REDIS_URL || null,
    smtpUrl: env.SMTP_URL || null,
    demo: env.CXU_DEMO ? env.CXU_DEMO === '1' : databaseUrl === null,
    startsAt: moment(env, 'CXU_NOW'),
    logLevel: env.CXU_LOG || (process.stdout.isTTY ? 'warn' : 'info'),
  });
}

function wholeNumber(env: Record<string, string | undefined>, name: string, fallback: number, max: number): number {
  const text = env[name];
  if (!text) return fallback;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > max) throw new ConfigError(`${name} must be a whole number from 0 to ${max}.`);
  return value;
}

function address(env: Record<string, string | undefined>, fallback: string): string {
  const text = env.CXU_URL;
  if (!text) return fallback;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new ConfigError('CXU_URL must be the public address, such as https://learn.example.org.');
  }
  return text.replace(/\/+$/, '');
}

function moment(env: Record<string, string | undefined>, name: string): Date | null {
  const text = env[name];
  if (!text) return null;
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw new ConfigError(`${name} must be an ISO time, such as 2027-02-10T10:00:00Z.`);
  return at;
}
