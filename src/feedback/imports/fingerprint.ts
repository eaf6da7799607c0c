/** The name under which a response is known, so that the same file imported twice changes nothing. */
import { createHmac } from 'node:crypto';

/**
 * A keyed hash of a line's mapped texts, taken before masking, so that the database holds nothing from which a phone
 * number could be guessed back. Two customers can give the very same answers in the same minute: `responseKey` tells
 * them apart by which occurrence of the line in its file they are.
 */
export function fingerprint(identity: string, secret: Buffer): string {
  return createHmac('sha256', secret).update(identity).digest('base64url').slice(0, 32);
}

/** `occurrence` counts from 1 within a file. */
export function responseKey(print: string, occurrence: number): string {
  return occurrence === 1 ? print : `${print}#${occurrence}`;
}
