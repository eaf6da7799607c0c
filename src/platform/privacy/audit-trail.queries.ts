import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { AuditEntry } from '../database/tx.js';
import { requestId } from '../request-id.js';

/** For looks: what is written without a change beside it. A change is recorded by `tx.audit` in its own transaction. */
@Injectable()
export class AuditTrail {
  constructor(private readonly db: Database) {}

  /** One insert; what is to be seen is sent only after it, so nobody looks unrecorded. */
  async looked({ actorId, action, subjectKind, subjectId, detail }: AuditEntry): Promise<void> {
    await this.db.query(
      `insert into audit_entry (actor_id, action, subject_kind, subject_id, detail, request_id)
       values ($1, $2, $3, $4, $5, $6)`,
      [actorId, action, subjectKind, String(subjectId), detail ?? {}, requestId()],
    );
  }
}
