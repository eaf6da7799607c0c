/** What decides whether a password opens an account at all. */
interface PasswordSettings {
  /** References of the people who may; null: everybody. */
  passwordOnlyFor: readonly string[] | null;
  loopback: boolean;
}

/**
 * Where the company signs in through its identity provider, an installation may leave passwords to a few named people, who
 * get in when the provider is down. Demo accounts have a published password, so they open only where nobody else can reach.
 */
export function mayUsePassword(
  { reference, demo }: { reference: string; demo: boolean },
  { passwordOnlyFor, loopback }: PasswordSettings,
): boolean {
  return (!demo || loopback) && (passwordOnlyFor === null || passwordOnlyFor.includes(reference));
}
