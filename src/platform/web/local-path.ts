const OURS = 'http://here.invalid';

/**
 * Where to go after signing in: a path of this site, or home. A link in a mail must not lead through our sign-in page to
 * somebody else's, so anything that a browser could read as another host (`//x`, `\\x`, a scheme) is dropped.
 */
export function localPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/') || /[\\\p{Cc}]/u.test(wanted)) return '/';
  if (wanted.startsWith('//') || !URL.canParse(wanted, OURS)) return '/';
  const target = new URL(wanted, OURS);
  if (target.origin !== OURS || target.pathname.startsWith('//') || LEADS_BACK.test(target.pathname)) return '/';
  return target.pathname + target.search + target.hash;
}

const LEADS_BACK = /^\/sign-(in|out)(\/|$)/;
