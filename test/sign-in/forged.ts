import { createHmac, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, type JWK } from 'jose';

export interface Forgery {
  /** Claims that become different; undefined takes one away. */
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  /** The private key that signs, by its own name unless the header says another. */
  key: JWK;
}

/** A token like this one, but for what is named, and signed anew. No library that would refuse to. */
export function forged(token: string, { claims = {}, header = {}, key }: Forgery): string {
  const head = { ...decodeProtectedHeader(token), kid: key.kid, ...header };
  const content = `${part(head)}.${part({ ...decodeJwt(token), ...claims })}`;
  const pem = createPrivateKey({ key: key as never, format: 'jwk' });
  return `${content}.${sign('RSA-SHA256', Buffer.from(content), pem).toString('base64url')}`;
}

/** The same claims, without a signature. */
export function unsigned(token: string): string {
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(decodeJwt(token))}.`;
}

/** Signed with the provider's public key as if it were a secret that both sides know. */
export function signedWithPublicKey(token: string, key: JWK): string {
  const content = `${part({ alg: 'HS256', kid: key.kid })}.${part(decodeJwt(token))}`;
  const pem = createPublicKey({ key: key as never, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  return `${content}.${createHmac('sha256', pem).update(content).digest('base64url')}`;
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
