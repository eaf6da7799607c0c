import type { Request, Response } from 'express';

const COOKIE = 'cxu-flash';

/** Browsers drop a cookie above 4,096 bytes, and a letter takes up to nine of them. */
const LONGEST = 400;

/** Keeps a sentence for the next page, in a signed cookie rather than the session, which is written as seldom as can be. */
export function keepFlash(response: Response, sentence: string, secure: boolean): void {
  response.cookie(COOKIE, fitting(sentence), { httpOnly: true, sameSite: 'lax', secure, signed: true, maxAge: 60_000 });
}

/** The sentence, once. */
export function takeFlash(request: Request, response: Response): string | null {
  const sentence = (request.signedCookies as Record<string, unknown> | undefined)?.[COOKIE];
  if (typeof sentence !== 'string' || sentence === '') return null;
  response.clearCookie(COOKIE);
  return sentence;
}

/** Nobody reads it any more: whom it was for has gone. */
export function dropFlash(request: Request, response: Response): void {
  const cookies = request.signedCookies as Record<string, unknown> | undefined;
  if (cookies?.[COOKIE] === undefined) return;
  delete cookies[COOKIE];
  response.clearCookie(COOKIE);
}

/** Cut to what a cookie holds; half a character, as a cut may leave, could not be encoded. */
function fitting(sentence: string): string {
  const cut = sentence.length > LONGEST ? `${sentence.slice(0, LONGEST - 1)}…` : sentence;
  return Buffer.from(cut).toString();
}
