import { createHash, createHmac } from 'node:crypto';

/** The cookie that makes a browser a shared device; its own, so that no sign-in or sign-out touches it. */
export const sharedCookie = (secure: boolean): string => (secure ? '__Host-cxu-shared' : 'cxu-shared');

const TOKEN = /^[\w-]{43}$/;

/** @param bytes 32 random ones */
export const deviceToken = (bytes: Buffer): string => bytes.toString('base64url');

/** What is kept of a token: SHA-256, hex. Null for what cannot be one. */
export function tokenHash(cookie: unknown): string | null {
  return typeof cookie === 'string' && TOKEN.test(cookie) ? createHash('sha256').update(cookie).digest('hex') : null;
}

/**
 * How a person is called in the addresses of one device: it says nothing to whoever reads the browser's history, and
 * cannot be made for somebody who is not on the list.
 */
export function personKey(secret: string, deviceId: number, personId: number): string {
  return createHmac('sha256', secret).update(`counter ${deviceId} ${personId}`).digest('base64url').slice(0, 16);
}
