import type { Request, Response } from 'express';
import { isLanguage, type Language } from './language.js';

const COOKIE = 'cxu-language';
const A_YEAR_MS = 365 * 86_400_000;

/** What was chosen on this device last; English on one that never chose. */
export function deviceLanguage(request: Request): Language {
  const chosen = (request.cookies as Record<string, unknown> | undefined)?.[COOKIE];
  return isLanguage(chosen) ? chosen : 'en';
}

/** For the pages before sign-in. A signed-in person's own choice goes before it. */
export function keepDeviceLanguage(response: Response, language: Language, secure: boolean): void {
  response.cookie(COOKIE, language, { httpOnly: true, sameSite: 'lax', secure, maxAge: A_YEAR_MS });
}
