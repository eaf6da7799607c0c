import type { Request, Response } from 'express';

const COOKIE = 'cxu-flash';

/** Keeps a sentence for the next page, in a signed cookie rather than the session, which is written as seldom as can be. */
export function keepFlash(response: Response, sentence: string, secure: boolean): void {
  response.cookie(COOKIE, sentence, { httpOnly: true, sameSite: 'lax', secure, signed: true, maxAge: 60_000 });
}

/** The sentence, once. */
export function takeFlash(request: Request, response: Response): string | null {
  const sentence = (request.signedCookies as Record<string, string | false> | undefined)?.[COOKIE];
  if (!sentence) return null;
  response.clearCookie(COOKIE);
  return sentence;
}
