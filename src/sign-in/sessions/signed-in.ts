/** How somebody came in, kept with the session and shown to them in the list of their sessions. */
export const WAYS_IN = ['password', 'company', 'firstCode', 'sharedDevice'] as const;

export type WayIn = (typeof WAYS_IN)[number];

export interface SignedIn {
  how: WayIn;
  /** 'Chrome/Windows' (device-label.ts). */
  device: string;
  /** The beginning of the network address, enough to tell two places apart: '81.2'. */
  place: string;
}

/** What the identity provider called its own session, so that the two can end together. */
export interface ProviderSession {
  subject: string;
  session: string | null;
  /** With which the provider knows whom to sign out; null when its own session has ended already. */
  idToken: string | null;
}

declare module 'express-session' {
  interface SessionData {
    signedIn?: SignedIn;
    provider?: ProviderSession;
    /** Where to go once the provider has signed somebody out and leads back. */
    goesOnAt?: string;
  }
}
