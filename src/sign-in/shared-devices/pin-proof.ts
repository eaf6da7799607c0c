/** What is known of whoever wants to choose a PIN. */
export interface Proof {
  /** Whether they have a password here at all. */
  hasPassword: boolean;
  /** How their session began. */
  how: string | undefined;
}

/**
 * A PIN is chosen with one's password, so that nobody chooses one on a page that somebody left open. Who signs in with the
 * company's account has none here: for them that sign-in counts, and a shared device asks for it again after two minutes.
 */
export function passwordIsNeeded({ hasPassword, how }: Proof): boolean {
  return hasPassword || how !== 'company';
}
