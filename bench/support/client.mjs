import { Blob } from 'node:buffer';
import { Agent, request } from 'node:http';

/** A browser without a screen: keeps its connection and its cookies. */
export class Client {
  #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  #cookies = new Map();

  constructor(base) {
    this.base = base;
  }

  /** @returns {Promise<{status: number, location: string | null, text: string}>} */
  get(path) {
    return this.#send('GET', path);
  }

  /** Posts a form with the token of the page that was fetched last. */
  post(path, fields) {
    const body = new URLSearchParams({ _csrf: this.token, ...fields }).toString();
    return this.#send('POST', path, body);
  }

  /** Posts a form with one file, in its field `file`, after the token. */
  async upload(path, fields, { name, content }) {
    const form = new FormData();
    for (const [field, value] of Object.entries({ _csrf: this.token, ...fields })) form.set(field, value);
    form.set('file', new Blob([content]), name);
    const encoded = new globalThis.Response(form);
    return this.#send('POST', path, Buffer.from(await encoded.arrayBuffer()), encoded.headers.get('content-type'));
  }

  async signIn(reference) {
    await this.get('/sign-in');
    const answer = await this.post('/sign-in', { login: reference, password: 'love-your-customers', next: '/' });
    if (answer.status !== 303) throw new Error(`Signing in as ${reference} answered ${answer.status}.`);
    await this.get('/');
    return this;
  }

  close() {
    this.#agent.destroy();
  }

  #send(method, path, body = null, type = 'application/x-www-form-urlencoded') {
    return new Promise((resolve, reject) => {
      const headers = { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
      if (body !== null) {
        headers['content-type'] = type;
        headers['content-length'] = Buffer.byteLength(body);
      }
      const sent = request(new URL(path, this.base), { method, agent: this.#agent, headers }, (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => resolve(this.#read(response, Buffer.concat(parts).toString())));
      });
      sent.on('error', reject);
      sent.end(body ?? undefined);
    });
  }

  #read(response, text) {
    for (const line of response.headers['set-cookie'] ?? []) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      this.#cookies.set(name, value);
    }
    this.token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? this.token;
    return { status: response.statusCode, location: response.headers.location ?? null, text };
  }
}
