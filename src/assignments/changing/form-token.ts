import { createHash } from 'node:crypto';

/**
 * The token of a form together with what was chosen in it. The same form sent twice is one act; gone back to, changed and
 * sent again it is another.
 */
export function tokenOf(formToken: string, ...chosen: readonly (string | readonly string[])[]): string {
  const text = JSON.stringify([formToken, ...chosen.map((one) => (typeof one === 'string' ? one : [...one].sort()))]);
  return createHash('sha256').update(text).digest('hex');
}
