import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { language } from '../platform/language/language.js';
import { t } from '../platform/language/t.js';
import type { PersonalDataSource } from '../platform/privacy/personal-data.js';
import { say } from '../platform/privacy/personal-sheet.js';
import { MessageKinds } from './message-kinds.service.js';
import { STATE_WORDS } from './message-state.js';
import type { MessageFacts } from './planned-message.js';

interface MessageHeld {
  kind: string;
  facts: MessageFacts;
  due_at: Date;
  state: string;
  read_at: Date | null;
  name: string;
}

const MESSAGES = `select m.kind, m.facts, m.due_at, m.state, m.read_at, p.name
  from message m join person p on p.id = m.person_id where m.person_id = $1 order by m.due_at, m.id`;

/** Somebody's messages as they read them: the facts alone would say little. */
@Injectable()
export class MessagesHeld implements PersonalDataSource {
  readonly kind = 'notifications.messages';
  readonly covers = ['message.person_id', 'message_step.message_id'];

  constructor(
    private readonly db: Database,
    private readonly kinds: MessageKinds,
  ) {}

  title(): string {
    return t('Messages to you');
  }

  purpose(): string {
    return t('So that you hear what you’re asked, and can read it again.');
  }

  headings(): string[] {
    return [t('When'), t('Message'), t('Text'), t('What became of it'), t('Read')];
  }

  async *rows(personId: number): AsyncGenerator<Record<string, unknown>> {
    for await (const row of this.db.stream<MessageHeld>(MESSAGES, [personId])) {
      const { title, text } = this.kinds.present(row.kind, row.facts, { name: row.name, language: language() });
      const cells = [say(row.due_at), title, text, say(row.state, STATE_WORDS), say(row.read_at)];
      yield Object.fromEntries(this.headings().map((heading, at) => [heading, cells[at]]));
    }
  }
}
