import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { PASSWORD, peopleWithPasswords } from './people.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ env: { TRUST_PROXY: '1' } });
  await peopleWithPasswords(app);
});
afterAll(() => app.stop());

const EVIL = { host: 'evil.example', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' };

interface Heard {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** As somebody asks who names another host than ours; `fetch` would not let them. */
function ask(method: string, path: string, headers: Record<string, string> = {}, body = ''): Promise<Heard> {
  const { hostname, port } = new URL(app.url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, method, path, headers: { ...EVIL, ...headers } }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, text }));
    });
    asked.on('error', reject).end(body);
  });
}

describe('whoever names another host than ours', () => {
  it.each(['/sign-in', '/record', '/sign-in/help', '/counter', '//evil.example/record', '/no-such-page'])(
    'is led nowhere by %s, and reads nothing of it',
    async (path) => {
      const { headers, text } = await ask('GET', path);
      expect(headers.location ?? '/').toMatch(/^\/(?!\/)/);
      if (!path.includes('evil')) expect(text + JSON.stringify(headers)).not.toContain('evil.example');
    },
  );

  it('signs in to our own pages', async () => {
    const form = await ask('GET', '/sign-in');
    const cookie = [form.headers['set-cookie'] ?? []]
      .flat()
      .map((line) => line.split(';')[0])
      .join('; ');
    const token = /name="_csrf" value="([^"]+)"/.exec(form.text)![1]!;
    const body = new URLSearchParams({ _csrf: token, login: '100001', password: PASSWORD }).toString();
    const sent = { cookie, 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(body.length) };
    const { status, headers } = await ask('POST', '/sign-in', sent, body);
    expect([status, headers.location]).toEqual([303, '/']);
    expect([headers['set-cookie'] ?? []].flat().join()).not.toMatch(/Domain/i);
  });
});
