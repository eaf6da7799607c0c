/** Problem documents (RFC 9457): what every answer of the API is that is not the one that was asked for. */
import { BadRequest, NotFound, RuleBroken, TooBusy } from '../errors.js';
import { ApiProblem, type ApiFault, type ProblemKind } from './api-problem.js';

export const PROBLEM_TYPE = 'application/problem+json';

export interface ProblemDetails {
  type: string;
  title: string;
  status: number;
  detail: string;
  /** The request, as the log calls it: `urn:uuid:…`. */
  instance: string;
  errors?: ApiFault[];
}

export interface ProblemAnswer {
  details: ProblemDetails;
  headers: Record<string, string>;
}

/** @param status what a page would answer to the same error */
export function problemOf(error: unknown, status: number, requestId: string): ProblemAnswer {
  const problem = error instanceof ApiProblem ? error : known(error, status);
  const { kind, detail, more } = problem;
  return {
    details: {
      type: `urn:cxu:problem:${kind}`,
      title: TITLES[kind],
      status: problem.status,
      detail,
      instance: `urn:uuid:${requestId}`,
      ...(more.errors && { errors: more.errors }),
    },
    headers: more.headers ?? {},
  };
}

export const TITLES: Record<ProblemKind, string> = {
  unauthorized: 'No good token',
  'insufficient-scope': 'The account may not do this',
  'rate-limit': 'Too many requests',
  'unsupported-media-type': 'Unsupported media type',
  malformed: 'Malformed request',
  'too-large': 'Too large',
  validation: 'Invalid request',
  'idempotency-key-reused': 'Idempotency key used for another request',
  'not-found': 'Not found',
  'method-not-allowed': 'Method not allowed',
  busy: 'Busy',
  refused: 'Refused',
  error: 'Something went wrong on our side',
};

function known(error: unknown, status: number): ApiProblem {
  if (error instanceof NotFound || status === 404) {
    const said = error instanceof NotFound ? error.sentence : null;
    return new ApiProblem(404, 'not-found', said ?? 'There is nothing at this address.');
  }
  if (error instanceof RuleBroken) return new ApiProblem(422, 'refused', error.sentence);
  if (error instanceof TooBusy) return busy(error.retryAfterSeconds, error.sentence);
  if (error instanceof BadRequest && status === 400) return new ApiProblem(400, 'malformed', error.sentence);
  return BY_STATUS[status] ?? (status >= 400 && status < 500 ? refusal(status) : OUR_FAULT);
}

export function busy(seconds: number, sentence: string | null = null): ApiProblem {
  const headers = { 'Retry-After': String(seconds) };
  const detail = sentence ?? 'Other work has to end first. The same request does well in a moment.';
  return new ApiProblem(503, 'busy', detail, { headers });
}

const BY_STATUS: Record<number, ApiProblem> = {
  400: new ApiProblem(
    400,
    'malformed',
    'The request could not be read: its body is not JSON, or not as long as it said.',
  ),
  405: new ApiProblem(405, 'method-not-allowed', 'This address takes another method; see /api/v1/openapi.json.'),
  413: new ApiProblem(413, 'too-large', 'The body is larger than what is taken in one request. Send fewer rows.'),
  415: new ApiProblem(415, 'unsupported-media-type', 'Send the body as application/json in UTF-8.'),
  503: busy(30),
};

function refusal(status: number): ApiProblem {
  return new ApiProblem(status, 'refused', 'The request was refused.');
}

const OUR_FAULT = new ApiProblem(500, 'error', 'It was noted under the instance of this problem. Try again later.');
