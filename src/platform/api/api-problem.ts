/** What goes wrong for a machine, before it is written down as a problem document (problem-details.ts). */

/** One thing to put right. A `pointer` (RFC 6901) leads into the body, a `parameter` is one of the address. */
export type ApiFault = { detail: string } & ({ pointer: string } | { parameter: string });

/** The end of a problem’s `type`, `urn:cxu:problem:…`: stable, for programs to branch on. */
export type ProblemKind =
  | 'unauthorized'
  | 'insufficient-scope'
  | 'rate-limit'
  | 'unsupported-media-type'
  | 'malformed'
  | 'too-large'
  | 'validation'
  | 'idempotency-key-reused'
  | 'not-found'
  | 'method-not-allowed'
  | 'busy'
  | 'refused'
  | 'error';

export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly kind: ProblemKind,
    readonly detail: string,
    readonly more: { errors?: ApiFault[]; headers?: Record<string, string> } = {},
  ) {
    super(detail);
  }
}

/** The document, or the address, says something that cannot be. */
export function invalid(errors: ApiFault[]): ApiProblem {
  return new ApiProblem(422, 'validation', 'The request says something that can’t be taken; see errors.', { errors });
}

/** No token, or none that is good now: which of them is not said. */
export function unauthorized(tokenGiven: boolean): ApiProblem {
  const detail = tokenGiven
    ? 'The token is not known, has been revoked or has come to its end.'
    : 'Send the service account’s token: Authorization: Bearer cxu_…';
  const challenge = `Bearer realm="CX University"${tokenGiven ? ', error="invalid_token"' : ''}`;
  return new ApiProblem(401, 'unauthorized', detail, { headers: { 'WWW-Authenticate': challenge } });
}
