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
export const serviceAccountTokensPath = (id: number): string => `${serviceAccountsPath}/${id}/tokens`;

/** Somebody's own account. */
export const accountPath = '/account';
export const sessionsPath = `${accountPath}/sessions`;
export const sessionEndPath = (id: string): string => `${sessionsPath}/${id}/end`;
export const signOutElsewherePath = `${sessionsPath}/sign-out-elsewhere`;
export const signOutEverywherePath = `${sessionsPath}/sign-out-everywhere`;
export const ownPasswordPath = `${accountPath}/password`;

/** Where an administrator signs somebody out everywhere; `next` in the form says where to go then. */
export const personSignOutPath = (reference: string): string => `/people/${encodeURIComponent(reference)}/sign-out`;

/** Through the company's identity provider, and where it sends people back to. */
export const companySignInPath = `${SIGN_IN_PATH}/company`;
export const callbackPath = `${companySignInPath}/callback`;
export const companySignInFor = (next: string): string =>
  next === '/' ? companySignInPath : `${companySignInPath}?next=${encodeURIComponent(next)}`;

/** Where the provider itself says that somebody signed out there. */
export const providerLogoutPath = `${companySignInPath}/logout`;

/** How people sign in, for administrators. */
export const signInAdminPath = '/admin/sign-in';

/** For whoever was handed a code on paper. */
export const firstCodePath = `${SIGN_IN_PATH}/first-code`;

/** Where codes are made and printed. */
export const codeSheetsPath = '/first-codes';
export const codeSheetFor = (unitCode: string, reference: string): string =>
  `${codeSheetPath(unitCode)}?person=${encodeURIComponent(reference)}`;
export const codeSheetPath = (unitCode: string): string => `${codeSheetsPath}/${encodeURIComponent(unitCode)}`;
