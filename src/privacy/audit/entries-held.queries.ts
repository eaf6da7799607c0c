import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { t } from '../../platform/language/t.js';
import { AuditActions } from '../../platform/privacy/audit-actions.js';
import type { PersonalDataSource } from '../../platform/privacy/personal-data.js';
import { say } from '../../platform/privacy/personal-sheet.js';
import { sayAction } from './audit.presenter.js';

interface Entry {
  recorded_at: Date;
  action: string;
  by_you: boolean;
  who: string | null;
}

const ENTRIES = `select e.recorded_at, e.action, e.actor_id is not distinct from $1::int as by_you, actor.name as who
  from audit_entry e left join person actor on actor.id = e.actor_id
 where e.actor_id = $1::int or (e.subject_kind = 'person' and e.subject_id = $1::int::text)
 order by e.id`;

/** The audit log about somebody, in words: what they did, and who looked at or changed something of theirs. */
@Injectable()
export class EntriesHeld implements PersonalDataSource {
  readonly kind = 'privacy.audit';
  readonly covers = ['audit_entry.actor_id', 'audit_entry.subject_id'];

  constructor(
    private readonly db: Database,
    private readonly actions: AuditActions,
  ) {}

  title(): string {
    return t('What you did, and who looked at or changed something of yours');
  }

  purpose(): string {
    return t('So that it’s known who looked at or changed what. Nobody can change an entry.');
  }

  headings(): string[] {
    return [t('When'), t('Who'), t('What')];
  }

  async *rows(personId: number): AsyncGenerator<Record<string, unknown>> {
    for await (const { recorded_at, action, by_you, who } of this.db.stream<Entry>(ENTRIES, [personId])) {
      const cells = [
        say(recorded_at),
        by_you ? t('You') : (who ?? t('The product itself')),
        sayAction(action, this.actions),
      ];
      yield Object.fromEntries(this.headings().map((heading, at) => [heading, cells[at]]));
    }
  }
}
