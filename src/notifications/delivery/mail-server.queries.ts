import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Delivery } from '../../platform/mail/delivery.js';
import { SettingsQueries } from '../../platform/settings.queries.js';

const KEY = 'notifications.mailServer';

/** Since when the mail server cannot be reached, and what it said; for the administrator's page. */
export interface ServerTrouble {
  /** ISO moment, the product's. */
  since: string;
  answer: string;
}

@Injectable()
export class MailServerQueries {
  /** What this process wrote last, so that ten thousand good answers write nothing. */
  private wellKnown = false;

  constructor(
    private readonly db: Database,
    private readonly settings: SettingsQueries,
  ) {}

  async note(delivery: Delivery, now: Date): Promise<void> {
    if (delivery.kind === 'unreachable') await this.noteTrouble(delivery.answer, now);
    else if (!this.wellKnown) await this.settings.save(this.db, KEY, null);
    this.wellKnown = delivery.kind !== 'unreachable';
  }

  trouble(): Promise<ServerTrouble | null> {
    return this.settings.read<ServerTrouble>(KEY);
  }

  private async noteTrouble(answer: string, now: Date): Promise<void> {
    if ((await this.trouble()) === null) await this.settings.save(this.db, KEY, { since: now.toISOString(), answer });
  }
}
