import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { type Delivery, deliveryOf } from './delivery.js';
import type { SmtpAddress } from './smtp-address.js';

/** A server that says nothing for so long has gone. Together well below the lease of a mail that is being handed over. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 60_000 };

/**
 * One conversation with a mail server, for any number of letters. It knows whether a letter's text had begun to leave when
 * something broke, which nodemailer's own transports do not tell.
 */
export class SmtpSession {
  private connection: SMTPConnection | null = null;

  constructor(
    private readonly address: SmtpAddress,
    /** How we introduce ourselves: a host name. */
    private readonly ourName: string,
  ) {}

  async send(envelope: { from: string; to: string }, mime: Buffer): Promise<Delivery> {
    let connection: SMTPConnection;
    try {
      connection = await this.connected();
    } catch (error) {
      this.close();
      return deliveryOf(error, 'connecting');
    }
    let begun = false;
    const text = new Readable({
      read() {
        begun = true;
        this.push(mime);
        this.push(null);
      },
    });
    try {
      return { kind: 'accepted', answer: await handOver(connection, envelope, text) };
    } catch (error) {
      this.close();
      return deliveryOf(error, begun ? 'handingOver' : 'addressing');
    }
  }

  close(): void {
    this.connection?.close();
    this.connection = null;
  }

  private async connected(): Promise<SMTPConnection> {
    this.connection ??= await connect(this.address, this.ourName, () => (this.connection = null));
    return this.connection;
  }
}

async function connect(address: SmtpAddress, name: string, ended: () => void): Promise<SMTPConnection> {
  const { host, port, secure, credentials } = address;
  // A password is never said aloud, except to our own machine.
  const requireTLS = credentials !== null && !secure && !['127.0.0.1', '::1', 'localhost'].includes(host);
  const connection = new SMTPConnection({ host, port, secure, requireTLS, name, ...PATIENCE });
  connection.on('end', ended);
  await new Promise<void>((resolve, reject) => {
    connection.once('error', reject);
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
  // Later errors reach the letter that was being handed over; between two letters they only end the conversation.
  connection.on('error', ended);
  if (credentials !== null) await loggedIn(connection, credentials);
  return connection;
}

function loggedIn(connection: SMTPConnection, credentials: { user: string; pass: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject);
    connection.login(credentials, (error) => (error ? reject(error) : resolve()));
  });
}

function handOver(connection: SMTPConnection, envelope: { from: string; to: string }, text: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    connection.send(envelope, text, (error, info) => (error ? reject(error) : resolve(info?.response ?? '')));
  });
}
