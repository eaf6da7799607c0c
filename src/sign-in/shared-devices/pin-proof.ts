/** What is known of whoever wants to choose a PIN. */
export interface Proof {
  /** Whether they have a password here that lets them in. */
  hasPassword: boolean;
  /** Whether this is a shared device. */
  shared: boolean;
  /** How their session began. */
  how: string | undefined;
}

/**
 * A PIN is chosen with one's password, so that nobody chooses one on a page that somebody left open. Who signs in with the
 * company's account may have none here: for them that sign-in counts. On a shared device it counts for everybody, since it
 * was asked for anew and ends after two idle minutes.
 */
export function passwordIsNeeded({ hasPassword, how, shared }: Proof): boolean {
  return how !== 'company' || (hasPassword && !shared);
}
