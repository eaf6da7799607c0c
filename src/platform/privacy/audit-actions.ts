import { Injectable } from '@nestjs/common';

/** In the audit log: a change, or a look at what is held about people. */
export type AuditKind = 'changed' | 'looked';

export interface AuditAction {
  /** What the actor did, as the rest of a sentence about them; marked with `msg`: 'Read the list of rejected people'. */
  label: string;
  kind: AuditKind;
}

/** Words for every action that is written to the audit log; each module registers its own (test/privacy finds one without). */
@Injectable()
export class AuditActions {
  private readonly known = new Map<string, AuditAction>();
  private readonly subjects = new Map<string, string>();

  /** @param actions from the action as `tx.audit` writes it to its words */
  register(kind: AuditKind, actions: Readonly<Record<string, string>>): void {
    for (const [action, label] of Object.entries(actions)) {
      if (this.known.has(action)) throw new Error(`The action ${action} has words already.`);
      this.known.set(action, { label, kind });
    }
  }

  /** Words for the kinds of subject: 'Assignment', marked with `msg`. */
  name(subjects: Readonly<Record<string, string>>): void {
    for (const [kind, name] of Object.entries(subjects)) this.subjects.set(kind, name);
  }

  subject(kind: string): string | null {
    return this.subjects.get(kind) ?? null;
  }

  find(action: string): AuditAction | null {
    return this.known.get(action) ?? null;
  }

  /** In the order of the alphabet. */
  get actions(): readonly (AuditAction & { action: string })[] {
    return [...this.known]
      .map(([action, words]) => ({ action, ...words }))
      .sort((a, b) => (a.action < b.action ? -1 : 1));
  }
}
