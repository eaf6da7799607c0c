export const SIGN_IN_PATH = '/sign-in';
export const SIGN_OUT_PATH = '/sign-out';

/** Where a kept form is given back. */
export const heldPostPath = (id: string): string => `/held/${id}`;

export const signInFor = (next: string): string => `${SIGN_IN_PATH}?next=${encodeURIComponent(next)}`;

/** For whoever cannot sign in. */
export const signInHelpPath = `${SIGN_IN_PATH}/help`;
export const signInHelpSentPath = `${signInHelpPath}/sent`;

/** Where a one-time link leads; the code stands in the query, which no log line holds. */
export const newPasswordPath = (code: string | null): string =>
  `${SIGN_IN_PATH}/new-password${code === null ? '' : `?code=${code}`}`;

/** Other software that may speak to the API. */
export const serviceAccountsPath = '/admin/service-accounts';
export const serviceAccountRevocationPath = (id: number): string => `${serviceAccountsPath}/${id}/revocation`;

/** Somebody's own account. */
export const accountPath = '/account';
export const sessionsPath = `${accountPath}/sessions`;
export const sessionEndPath = (id: string): string => `${sessionsPath}/${id}/end`;
export const signOutElsewherePath = `${sessionsPath}/sign-out-elsewhere`;
export const signOutEverywherePath = `${sessionsPath}/sign-out-everywhere`;
export const ownPasswordPath = `${accountPath}/password`;

/** Where an administrator signs somebody out everywhere; `next` in the form says where to go then. */
export const personSignOutPath = (reference: string): string => `/people/${encodeURIComponent(reference)}/sign-out`;
