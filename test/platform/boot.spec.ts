import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';

describe('the application', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.stop());

  it('says that it is alive and ready', async () => {
    const visitor = app.visitor();
    expect(JSON.parse((await visitor.get('/health/live')).text)).toEqual({ status: 'live' });
    const ready = await visitor.get('/health/ready');
    expect(ready.status).toBe(200);
    expect(JSON.parse(ready.text)).toEqual({ status: 'ready' });
  });

  it('answers an unknown address with a page that says what to do', async () => {
    const answer = await app.visitor().get('/no-such-page');
    expect(answer.status).toBe(404);
    expect(answer.words).toContain('We can’t find that page');
  });

  it('sends a strict content security policy and no promise of https on plain http', async () => {
    const { headers } = await app.visitor().get('/health/live');
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe-inline|upgrade-insecure-requests/);
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('refuses a post without its token', async () => {
    const answer = await app.visitor().send('POST', '/health/live', new URLSearchParams({ a: 'b' }));
    expect(answer.status).toBe(403);
  });

  it('refuses a body that is too large, in words', async () => {
    const visitor = app.visitor();
    const large = await visitor.send('POST', '/health/live', `a=${'x'.repeat(2_000_000)}`, {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(large.status).toBe(413);
    expect(large.words).toContain('too much at once');
  });
});
