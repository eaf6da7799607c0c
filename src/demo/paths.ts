export const MOMENT_PATH = '/demo/moment';
export const TRUTH_PATH = '/demo/truth';

/** Back to the page the visitor came from; only its path is taken, so that it can never lead to another site. */
export function pathOfReferer(referer: string | undefined): string {
  if (referer === undefined || !URL.canParse(referer)) return '/';
  const { pathname, search } = new URL(referer);
  return pathname.startsWith('//') ? '/' : pathname + search;
}
