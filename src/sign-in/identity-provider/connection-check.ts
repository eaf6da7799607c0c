/** What a provider says of itself and its keys, as far as a sign-in needs it. */
export interface Described {
  issuer?: string;
  authorization_endpoint?: string;
  token_endpoint?: string;
  userinfo_endpoint?: string;
  end_session_endpoint?: string;
  backchannel_logout_supported?: boolean;
  code_challenge_methods_supported?: readonly string[];
  id_token_signing_alg_values_supported?: readonly string[];
  claims_supported?: readonly string[];
  scopes_supported?: readonly string[];
  authorization_response_iss_parameter_supported?: boolean;
}

export type Point =
  | 'endpoints'
  | 'challenge'
  | 'algorithms'
  | 'keys'
  | 'scope'
  | 'referenceClaim'
  | 'issuerNamed'
  | 'signOut'
  | 'signOutHeard';

/** `bad` stops every sign-in; `note` is worth knowing. A provider that does not say is taken at its best. */
export type Verdict = 'good' | 'note' | 'bad';

interface Wanted {
  scope: string;
  referenceClaim: string;
  algorithms: readonly string[];
}

/** What is right and wrong with a provider, in the order in which a sign-in meets it. */
export function checkConnection(told: Described, keys: number, wanted: Wanted): { point: Point; verdict: Verdict }[] {
  const has = (list: readonly string[] | undefined, one: string) => list === undefined || list.includes(one);
  const algorithms = told.id_token_signing_alg_values_supported;
  const verdicts: Record<Point, Verdict> = {
    endpoints: told.authorization_endpoint && told.token_endpoint ? 'good' : 'bad',
    challenge: has(told.code_challenge_methods_supported, 'S256') ? 'good' : 'bad',
    algorithms: (algorithms ?? ['RS256']).some((one) => wanted.algorithms.includes(one)) ? 'good' : 'bad',
    keys: keys > 0 ? 'good' : 'bad',
    scope: wanted.scope.split(' ').every((one) => has(told.scopes_supported, one)) ? 'good' : 'note',
    referenceClaim: has(told.claims_supported, wanted.referenceClaim) ? 'good' : 'note',
    issuerNamed: told.authorization_response_iss_parameter_supported ? 'good' : 'note',
    signOut: told.end_session_endpoint ? 'good' : 'note',
    signOutHeard: told.backchannel_logout_supported ? 'good' : 'note',
  };
  return Object.entries(verdicts).map(([point, verdict]) => ({ point: point as Point, verdict }));
}
