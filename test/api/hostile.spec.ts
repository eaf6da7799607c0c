import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TestApp } from '../support/app.js';
import { ask, startApi, tokenFor } from './api-world.js';

const RESPONSES = '/api/v1/responses';

describe('hostile requests to the API', () => {
  let app: TestApp;
  let token: string;

  beforeAll(async () => {
    app = await startApi();
    token = await tokenFor(app, ['responses:write', 'metrics:read']);
  });
  beforeEach(() => app.db.query('delete from service_account_use'));
  afterAll(() => app.stop());

  const one = { responseId: 'R-1', unit: '021047', at: '2027-02-03T10:15:00Z', ease: 4 };
  const batch = (response: unknown) => ({ source: 'Survey', responses: [response] });

  it.each([
    ['{', 400],
    ['{"source": "x", "responses": [}', 400],
    ['"text"', 400],
    ['null', 400],
    ['\u0000', 400],
    ['[1, 2]', 422],
    [`{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 422],
    [`{"source":"x","responses":[${'['.repeat(20_000)}${']'.repeat(20_000)}]}`, 200],
    [`{"source":"x","responses":[${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}]}`, 200],
    ['{"__proto__": {"source": "x", "responses": [1]}}', 422],
    ['{"constructor": {"prototype": {"source": "x"}}}', 422],
    [`{"source": "x", "source": "y", "responses": [null]}`, 200],
  ])('body %#', async (body, status) => {
    const answer = await ask(app, 'POST', RESPONSES, { token, body });
    expect(answer.status).toBe(status);
    if (status !== 200) expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(({} as Record<string, unknown>).source).toBeUndefined();
  });

  it.each([
    ['a null character in the id', { ...one, responseId: 'a\u0000b' }, 1],
    ['half a surrogate in the id', { ...one, responseId: '\ud800' }, 1],
    ['a null character in a comment', { ...one, comment: 'a\u0000b' }, 0],
    ['half a surrogate in a comment', { ...one, comment: 'a\ud800b' }, 0],
    ['a comment of marks', { ...one, comment: 'e\u0301'.repeat(5000) }, 0],
    ['a comment that is a list', { ...one, comment: ['a'] }, 1],
    ['a unit that is a number', { ...one, unit: 21047 }, 1],
    ['a unit of 1 MB', { ...one, unit: 'x'.repeat(1_000_000) }, 1],
    ['a time that is a number', { ...one, at: 1_800_000_000 }, 1],
    ['a time far away', { ...one, at: '+275760-09-13T00:00:00Z' }, 1],
    ['a score that is text', { ...one, ease: '4' }, 1],
    ['a score between', { ...one, ease: 4.5 }, 1],
    ['a score that is true', { ...one, ease: true }, 1],
    ['a huge score', { ...one, ease: 1e308 }, 1],
    ['drivers that are a list', { ...one, drivers: [5] }, 1],
    ['inherited names', { ...one, drivers: { toString: 5, constructor: 5 } }, 1],
    ['a tab and a line’s end in the id', { ...one, responseId: 'a\tb\n\\.' }, 1],
    ['a backslash in a comment', { ...one, comment: '\\.\n\\N\t\\' }, 0],
  ])('%s', async (_, response, rejected) => {
    const answer = await ask(app, 'POST', RESPONSES, { token, body: batch(response) });
    expect([answer.status, answer.json.rejected]).toEqual([200, rejected]);
  });

  it('a response with __proto__ as its own name is rejected', async () => {
    const body = `{"source":"x","responses":[{"__proto__":{"ease":5},"responseId":"p","unit":"021047","at":"2027-02-03"}]}`;
    const answer = await ask(app, 'POST', RESPONSES, { token, body });
    expect(answer.json).toMatchObject({ rejected: 1, rejects: [{ pointer: '/responses/0/__proto__' }] });
  });

  it('10 MB are too large, and not read without a token', async () => {
    const body = JSON.stringify(batch({ ...one, comment: 'x'.repeat(10_000_000) }));
    const answer = await ask(app, 'POST', RESPONSES, { token, body });
    expect([answer.status, answer.json.type]).toEqual([413, 'urn:cxu:problem:too-large']);
  });

  it.each([
    ['text/plain', 415],
    ['application/x-www-form-urlencoded', 415],
    ['multipart/form-data; boundary=x', 415],
    ['application/json; charset=latin1', 415],
    ['application/xml', 415],
  ])('%s is not taken', async (type, status) => {
    const answer = await ask(app, 'POST', RESPONSES, { token, body: '{}', headers: { 'content-type': type } });
    expect([answer.status, answer.json.type]).toEqual([status, 'urn:cxu:problem:unsupported-media-type']);
  });

  it.each([
    ['GET', '/api/v1', 404],
    ['GET', '/api/v1/nothing', 404],
    ['POST', '/api/v1/units/021047/metrics', 404],
    ['DELETE', RESPONSES, 404],
    ['GET', RESPONSES, 404],
    ['GET', '/api/v1/units/999999/metrics', 404],
    ['GET', `/api/v1/units/${encodeURIComponent("' or 1=1 --")}/metrics`, 404],
    ['GET', '/api/v1/units/%00/metrics', 404],
    ['GET', '/api/v1/units/%E0%A4%A/metrics', 400],
    ['GET', `/api/v1/units/${'x'.repeat(500)}/metrics`, 404],
  ])('%s %s is a problem document with status %i', async (method, path, status) => {
    const answer = await ask(app, method, path, { token });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.json).toMatchObject({
      status,
      type: expect.stringMatching(/^urn:cxu:problem:/),
      title: expect.any(String),
      detail: expect.any(String),
      instance: `urn:uuid:${answer.headers.get('x-request-id')}`,
    });
  });
});
