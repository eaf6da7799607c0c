/** The name under which a response is known, so that the same file imported twice changes nothing. */
import { createHmac } from 'node:crypto';

/**
 * A keyed hash of a line's mapped texts, taken before masking, so that the database holds nothing from which a phone
 * number could be guessed back. Two customers can give the very same answers in the same minute: repeats.queries.ts tells
 * them apart by which occurrence of the line in its file they are.
 */
export function fingerprint(identity: string, secret: Buffer): string {
  return createHmac('sha256', secret).update(identity).digest('base64url').slice(0, 32);
}
