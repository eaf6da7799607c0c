/**
 * How handing over one e-mail ended. `refused` and `later` are the server's own answers, so nothing was delivered.
 * `unreachable`: nothing of the mail had left us. `unknown`: the text was on its way when the connection broke, so it may
 * or may not arrive, and sending it again could make two of it.
 */
export interface Delivery {
  kind: 'accepted' | 'refused' | 'later' | 'unreachable' | 'unknown';
  /** What the server said, one printable line. */
  answer: string;
}

const LONGEST_ANSWER = 300;

/**
 * @param error what nodemailer's connection reported: a reply code from RFC 5321 (section 4.2.1) when the server answered
 * @param stage how far we had come
 */
export function deliveryOf(error: unknown, stage: 'connecting' | 'addressing' | 'handingOver'): Delivery {
  const { responseCode, message } = error as { responseCode?: unknown; message?: unknown };
  const answer = oneLine(String(message ?? error));
  if (stage === 'connecting') return { kind: 'unreachable', answer };
  if (typeof responseCode === 'number' && responseCode >= 500) return { kind: 'refused', answer };
  if (typeof responseCode === 'number' && responseCode >= 400) return { kind: 'later', answer };
  return { kind: stage === 'addressing' ? 'unreachable' : 'unknown', answer };
}

/** Without line breaks or other control characters, which a mail header would take as its end. */
export function oneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return line.length > LONGEST_ANSWER ? `${line.slice(0, LONGEST_ANSWER - 1)}…` : line;
}
