/** How the variables of an environment are read. Each wrong one is answered with a sentence that says what it takes. */
import { DateTime } from 'luxon';
import { LONDON } from './dates.js';
import { readSmtpAddress } from './mail/smtp-address.js';

export type Environment = Record<string, string | undefined>;

/** A variable is wrong; `message` names it and says what it takes. */
export class ConfigError extends Error {}

export function wholeNumber(env: Environment, name: string, fallback: number, [min, max]: [number, number]): number {
  const text = env[name];
  if (!text) return fallback;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < min || value > max) {
    throw new ConfigError(`${name} must be a whole number from ${min} to ${max}.`);
  }
  return value;
}

export function oneOf<T extends string>(env: Environment, name: string, choices: readonly T[]): T | null {
  const text = env[name];
  if (!text) return null;
  const choice = choices.find((one) => one === text);
  if (choice === undefined) throw new ConfigError(`${name} must be one of: ${choices.join(', ')}.`);
  return choice;
}

/** A web address without a path or a trailing slash: pages are served from its root. */
export function origin(env: Environment, name: string): string | null {
  const text = env[name];
  if (!text) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash) {
    throw new ConfigError(`${name} must be the public address without a path, such as https://learn.example.org.`);
  }
  return url.origin;
}

/** The address of a mail server, kept as it was given. */
export function mailServer(env: Environment, name: string): string | null {
  const text = env[name];
  if (!text) return null;
  if (readSmtpAddress(text) !== null) return text;
  throw new ConfigError(`${name} must look like smtp://user:password@mail.example.org:587?from=learn@example.org.`);
}

/** A moment; without a zone it is London time. */
export function moment(env: Environment, name: string): Date | null {
  const text = env[name];
  if (!text) return null;
  const at = DateTime.fromISO(text, { zone: LONDON });
  if (!at.isValid) throw new ConfigError(`${name} must be an ISO time, such as 2027-02-10T10:00:00Z.`);
  return at.toJSDate();
}

/** The address of a Redis. */
export function redis(env: Environment, name: string): string | null {
  const text = env[name];
  if (!text) return null;
  if (!URL.canParse(text) || !/^rediss?:\/\/[^/]/.test(text)) {
    throw new ConfigError(
      `${name} must look like redis://user:password@host:6379, or rediss:// for an encrypted line.`,
    );
  }
  return text;
}

const SHORTEST_SECRET = 16;

/** Something that nobody guesses. */
export function secret(env: Environment, name: string): string | null {
  const text = env[name];
  if (!text) return null;
  if (text.length < SHORTEST_SECRET)
    throw new ConfigError(`${name} must be at least ${SHORTEST_SECRET} characters long.`);
  return text;
}
