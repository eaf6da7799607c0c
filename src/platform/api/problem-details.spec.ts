import { describe, expect, it } from '@jest/globals';
import { BadRequest, NotFound, RuleBroken, TooBusy } from '../errors.js';
import { ApiProblem, invalid, unauthorized } from './api-problem.js';
import { problemOf, TITLES } from './problem-details.js';
import { isApi } from './service-account.js';

const ID = '3f1c0a52-7c0e-4c55-8f1e-2b8a1f3b9d10';

describe('a problem document', () => {
  it.each([
    [new NotFound('No unit has this code.'), 404, 'not-found', 'No unit has this code.'],
    [new NotFound(), 404, 'not-found', 'There is nothing at this address.'],
    [new Error('Cannot GET /api/v1/x'), 404, 'not-found', 'There is nothing at this address.'],
    [new RuleBroken('That is closed.', 'words'), 422, 'refused', 'That is closed.'],
    [new BadRequest('Not so.'), 400, 'malformed', 'Not so.'],
    [new SyntaxError('Unexpected token'), 400, 'malformed', 'The request could not be read'],
    [new Error('request entity too large'), 413, 'too-large', 'Send fewer rows.'],
    [new Error('unsupported charset'), 415, 'unsupported-media-type', 'application/json'],
    [new TooBusy(), 503, 'busy', 'Other work has to end first.'],
    [new Error('gone'), 503, 'busy', 'Other work'],
    [new Error('teapot'), 418, 'refused', 'The request was refused.'],
    [new Error('select * from secret'), 500, 'error', 'It was noted'],
    [unauthorized(true), 401, 'unauthorized', 'The token is not known'],
    [invalid([{ pointer: '/source', detail: 'Name it.' }]), 422, 'validation', 'see errors'],
  ])('of %s', (error, status, kind, detail) => {
    const { details } = problemOf(error, status, ID);
    expect(details).toMatchObject({ type: `urn:cxu:problem:${kind}`, status, instance: `urn:uuid:${ID}` });
    expect(details.title).toBe(TITLES[kind as keyof typeof TITLES]);
    expect(details.detail).toContain(detail);
  });

  it('never says what broke on our side', () => {
    expect(JSON.stringify(problemOf(new Error('select * from secret'), 500, ID))).not.toContain('secret');
  });

  it('carries what has to be put right, and the headers of its status', () => {
    const fault = { parameter: 'from', detail: 'Give a day.' };
    expect(problemOf(invalid([fault]), 422, ID).details.errors).toEqual([fault]);
    expect(problemOf(new TooBusy(), 503, ID).headers).toEqual({ 'Retry-After': '5' });
    expect(problemOf(unauthorized(false), 401, ID).headers).toEqual({
      'WWW-Authenticate': 'Bearer realm="CX University"',
    });
    expect(problemOf(new ApiProblem(403, 'insufficient-scope', 'No.'), 403, ID).details).not.toHaveProperty('errors');
  });
});

it.each([
  ['/api/v1', true],
  ['/api/v1?x=1', true],
  ['/api/v1/units/1/metrics', true],
  ['/api/v10', false],
  ['/api', false],
  ['/x/api/v1', false],
])('%s is asked by machines: %s', (originalUrl, api) => {
  expect(isApi({ originalUrl })).toBe(api);
});
