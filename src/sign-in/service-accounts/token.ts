import { createHash } from 'node:crypto';

/** What every token begins with, so that scanners of code and logs recognise one that got lost. */
export const TOKEN_START = 'cxu_';

const SHOWN = 12;

/** @param bytes 32 random ones */
export function tokenFrom(bytes: Buffer): string {
  return `${TOKEN_START}${bytes.toString('base64url')}`;
}

/** What is kept of a token: SHA-256, hex. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** As much of it as people may see: 'cxu_3f9cA1b2'. */
export function prefixOf(token: string): string {
  return token.slice(0, SHOWN);
}
