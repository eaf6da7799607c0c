import { Injectable } from '@nestjs/common';
import { Config } from '../config.js';
import type { Delivery } from './delivery.js';
import { type Letter, mimeOf } from './letter.js';
import { readSmtpAddress, type SmtpAddress } from './smtp-address.js';
import { SmtpSession } from './smtp-session.js';

const NAME = 'CX University';

/** A conversation in which letters are handed over one after another. */
export interface MailSession {
  send(letter: Letter): Promise<Delivery>;
  close(): void;
}

/** The mail server of SMTP_URL, if there is one. It sends what it is given, once; when and whether is others' business. */
@Injectable()
export class Mailer {
  private readonly address: SmtpAddress | null;
  private readonly from: { name: string; address: string };
  /** The host of our own address: the right side of a Message-ID, and how we greet a server. */
  readonly host: string;

  constructor(config: Config) {
    this.address = config.smtpUrl === null ? null : readSmtpAddress(config.smtpUrl);
    this.host = new URL(config.url).hostname.replace(/^\[|\]$/g, '');
    this.from = { name: NAME, address: this.address?.from ?? `no-reply@${this.host}` };
  }

  get configured(): boolean {
    return this.address !== null;
  }

  /** @throws Error when there is no mail server: ask `configured` first. */
  open(): MailSession {
    if (this.address === null) throw new Error('There is no mail server: SMTP_URL is not set.');
    const session = new SmtpSession(this.address, this.host);
    return {
      send: async (letter) =>
        session.send({ from: this.from.address, to: letter.to.address }, await mimeOf(letter, this.from)),
      close: () => session.close(),
    };
  }
}
