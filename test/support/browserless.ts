import { createHmac, randomBytes } from 'node:crypto';

export interface Answer {
  status: number;
  headers: Headers;
  /** Where a redirect leads, as a path. */
  location: string | null;
  text: string;
  /** What a reader sees: the text without markup, white space folded. */
  words: string;
}

export type Fields = Record<string, string | number | string[]>;

export interface UploadedText {
  name: string;
  content: string | Buffer;
  /** Name of the input, `file` unless given. */
  field?: string;
}

/** Packing and unpacking every page is work for both ends; that pages travel compressed is said by specs of its own. */
const PLAIN = { 'accept-encoding': 'identity' };

/** A browser with JavaScript off, as far as a server can tell: it keeps cookies and sends the token of the last page. */
export class Browserless {
  readonly cookies = new Map<string, string>();
  private token: string | null = null;

  constructor(readonly url: string) {}

  /** What the forms of the last page carry. */
  get csrf(): string {
    return this.token ?? '';
  }

  get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  /** Posts a form. The CSRF token of the last page read goes with it unless `fields` holds one. */
  async post(path: string, fields: Fields = {}): Promise<Answer> {
    if (this.token === null && fields._csrf === undefined) await this.get('/no-such-page');
    const form = new URLSearchParams();
    if (fields._csrf === undefined) form.append('_csrf', this.token ?? '');
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat()) form.append(name, String(one));
    return this.send('POST', path, form);
  }

  /** Posts a form with a file in `file`, as a browser does: the fields in their order, the token first. */
  async upload(path: string, file: UploadedText | null, fields: Fields = {}): Promise<Answer> {
    if (this.token === null) await this.get('/no-such-page');
    const form = new FormData();
    for (const [name, value] of Object.entries({ _csrf: this.token ?? '', ...fields }))
      for (const one of [value].flat()) form.append(name, String(one));
    const { name, content, field = 'file' } = file ?? { name: '', content: '' };
    form.append(field, new Blob([new Uint8Array(Buffer.from(content))], { type: 'text/csv' }), name);
    return this.send('POST', path, form);
  }

  /** Follows redirects until a page. */
  async follow(answer: Answer): Promise<Answer> {
    let last = answer;
    for (let hops = 0; last.location !== null && hops < 5; hops += 1) last = await this.get(last.location);
    return last;
  }

  async send(
    method: string,
    path: string,
    body?: URLSearchParams | FormData | string,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = await fetch(this.url + path, {
      method,
      body: body ?? null,
      redirect: 'manual',
      headers: { ...PLAIN, ...(cookie ? { cookie } : {}), ...headers },
    });
    this.keep(sent.headers.getSetCookie());
    const text = await sent.text();
    this.token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? this.token;
    const location = sent.headers.get('location');
    return {
      status: sent.status,
      headers: sent.headers,
      location: location && pathOf(location, this.url),
      text,
      words: wordsOf(text),
    };
  }

  private keep(setCookies: string[]): void {
    for (const line of setCookies) {
      const [pair = ''] = line.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(pair.indexOf('=') + 1);
      if (value === '' || /expires=thu, 01 jan 1970/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

/** A session id and its cookie value as express-session signs it. */
export function signedSession(secret: string): { sid: string; cookie: string } {
  const sid = randomBytes(24).toString('base64url');
  const signature = createHmac('sha256', secret).update(sid).digest('base64').replace(/=+$/, '');
  return { sid, cookie: encodeURIComponent(`s:${sid}.${signature}`) };
}

const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#x3D;': '=',
  '&#x60;': '`',
};

export function wordsOf(html: string): string {
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#x27|#x3D|#x60);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}

function pathOf(location: string, url: string): string {
  const target = new URL(location, url);
  return target.origin === new URL(url).origin ? target.pathname + target.search : target.href;
}
