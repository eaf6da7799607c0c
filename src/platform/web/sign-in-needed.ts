/** Nobody is signed in and the page is not public: the filter leads to the sign-in page and back. */
export class SignInNeeded extends Error {}

/** '/sign-in?next=…' for a page somebody wanted to read. */
export function signInPath(wanted: string): string {
  return wanted === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(wanted)}`;
}
