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
