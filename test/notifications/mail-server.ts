import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** An e-mail as a mailbox holds it. */
export interface ReceivedMail {
  to: string;
  /** The raw header block. */
  head: string;
  subject: string;
  messageId: string;
  text: string;
  html: string;
}

export interface TestMailServer {
  url: string;
  received: ReceivedMail[];
  /** Set to refuse: a reply code and words for the recipient's address, or null to take it. */
  answerTo: (address: string) => { code: number; words: string } | null;
  /** How long it takes over each text before it answers. */
  slowMs: number;
  /** Called when a text has arrived whole, before the answer. */
  onText: () => void;
  stop(): Promise<void>;
}

/** A real mail server on a free port of this machine. */
export async function startMailServer(port = 0): Promise<TestMailServer> {
  const server = new SMTPServer({ ...QUIET, onRcptTo, onData });
  const self: TestMailServer = {
    url: '',
    received: [],
    answerTo: () => null,
    slowMs: 0,
    onText: () => undefined,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  function onRcptTo(...[address, , done]: Parameters<NonNullable<SMTPServerOptions['onRcptTo']>>) {
    const answer = self.answerTo(address.address);
    done(answer === null ? null : Object.assign(new Error(answer.words), { responseCode: answer.code }));
  }
  function onData(...[stream, session, done]: Parameters<NonNullable<SMTPServerOptions['onData']>>) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      self.received.push(readMail(Buffer.concat(chunks).toString('utf8'), session.envelope.rcptTo[0]?.address ?? ''));
      self.onText();
      setTimeout(() => done(null), self.slowMs);
    });
  }
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  self.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}?from=learn@cxu.example`;
  return self;
}

const QUIET: SMTPServerOptions = {
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  logger: false,
  closeTimeout: 100,
};

function readMail(raw: string, to: string): ReceivedMail {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const unfolded = head.replace(/\r\n[ \t]/g, ' ');
  const boundary = /boundary="([^"]+)"/.exec(unfolded)?.[1] ?? '';
  const parts = body.join('\r\n\r\n').split(`--${boundary}`);
  return {
    to,
    head: unfolded,
    subject: decodedWords(header(unfolded, 'Subject')),
    messageId: header(unfolded, 'Message-ID'),
    text: part(parts, 'text/plain'),
    html: part(parts, 'text/html'),
  };
}

function part(parts: string[], type: string): string {
  const found = parts.find((one) => one.includes(`Content-Type: ${type}`)) ?? '';
  const [head = '', ...body] = found.split('\r\n\r\n');
  const content = body.join('\r\n\r\n').replaceAll('\r\n', '\n');
  if (/base64/i.test(head)) return Buffer.from(content, 'base64').toString('utf8');
  return /quoted-printable/i.test(head) ? quotedPrintable(content.replace(/=\n/g, '')) : content;
}

const header = (head: string, name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';

const quotedPrintable = (text: string) =>
  decodeURIComponent(text.replaceAll('%', '%25').replace(/=([0-9A-F]{2})/g, '%$1'));

/** RFC 2047. */
function decodedWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_, kind: string, words: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(words, 'base64').toString('utf8')
        : quotedPrintable(words.replaceAll('_', ' ')),
    );
}
