/** Nobody is signed in and the page is not public: the filter leads to the sign-in page and back. */
export class SignInNeeded extends Error {}

/** An address that grows by a third at each encoding must not grow past what servers and proxies take. */
const LONGEST = 2_000;

/** '/sign-in?next=…' for a page somebody wanted to read. */
export function signInPath(wanted: string): string {
  return wanted === '/' || wanted.length > LONGEST ? '/sign-in' : `/sign-in?next=${encodeURIComponent(wanted)}`;
}
