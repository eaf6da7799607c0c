export const SIGN_IN_PATH = '/sign-in';
export const SIGN_OUT_PATH = '/sign-out';

/** Where a kept form is given back. */
export const heldPostPath = (id: string): string => `/held/${id}`;

export const signInFor = (next: string): string => `${SIGN_IN_PATH}?next=${encodeURIComponent(next)}`;
