import MailComposer from 'nodemailer/lib/mail-composer';
import { oneLine } from './delivery.js';

/** One e-mail, ready to be handed over. */
export interface Letter {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** Without angle brackets; the same letter always carries the same one. */
  messageId: string;
  /** BCP 47. */
  language: string;
}

/** The bytes of a letter: plain text and HTML as alternatives (RFC 2046, section 5.1.4). */
export function mimeOf(letter: Letter, from: { name: string; address: string }): Promise<Buffer> {
  const composer = new MailComposer({
    from: { name: oneLine(from.name), address: from.address },
    to: { name: oneLine(letter.to.name), address: letter.to.address },
    subject: oneLine(letter.subject),
    text: letter.text,
    html: letter.html,
    messageId: `<${letter.messageId}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': letter.language,
      'X-Auto-Response-Suppress': 'All',
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
