import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Config } from '../../platform/config.js';
import { inLanguage } from '../../platform/language/language.js';
import type { Letter } from '../../platform/mail/letter.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { SECRET } from '../../platform/secret.queries.js';
import { localPath } from '../../platform/web/local-path.js';
import { Views } from '../../platform/web/views.js';
import { MessageKinds } from '../message-kinds.service.js';
import { messagesPath } from '../paths.js';
import type { BegunMail } from './handing-over.queries.js';
import { LETTER_STYLES } from './letter-styles.js';
import { type LetterMessage, letterWords, plainText } from './letter-words.js';

/** Writes an e-mail from its messages, in its reader's language. Nothing of what it writes is kept. */
@Injectable()
export class Letters {
  constructor(
    private readonly kinds: MessageKinds,
    private readonly views: Views,
    private readonly config: Config,
    private readonly mailer: Mailer,
    @Inject(SECRET) private readonly secret: string,
  ) {}

  async write(mail: BegunMail): Promise<Letter> {
    const secretPaths = await Promise.all(mail.messages.map(({ kind }) => this.secretPath(kind, mail.personId)));
    return inLanguage(mail.language, () => {
      const messages = mail.messages.map((message, index) => this.present(mail, message, secretPaths[index] ?? null));
      const words = letterWords(mail.name, messages, this.config.url + messagesPath);
      return {
        to: { name: mail.name, address: mail.email },
        subject: words.subject,
        text: plainText(words),
        html: this.views.render('mail/letter', { ...words, lang: mail.language, styles: LETTER_STYLES }).toString(),
        messageId: this.messageId(mail.id),
        language: mail.language,
      };
    });
  }

  private async secretPath(kind: string, personId: number): Promise<string | null> {
    return (await this.kinds.of(kind).secretPath?.(personId)) ?? null;
  }

  private present(mail: BegunMail, message: BegunMail['messages'][number], secretPath: string | null): LetterMessage {
    const said = this.kinds.of(message.kind).present(message.facts, mail);
    return {
      title: said.title,
      text: said.text,
      action: said.action,
      url: this.config.url + (secretPath ?? localPath(said.path)),
      ...(said.aside ? { aside: { text: said.aside.text, url: this.config.url + localPath(said.aside.path) } } : {}),
    };
  }

  /** Made from the row: a server that is handed the same e-mail twice can tell, and nobody else can guess the next one. */
  private messageId(mailId: number): string {
    const seal = createHmac('sha256', this.secret).update(`mail ${mailId}`).digest('hex').slice(0, 16);
    return `mail.${mailId}.${seal}@${this.mailer.host}`;
  }
}
