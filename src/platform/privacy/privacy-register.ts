import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import { t } from '../language/t.js';
import { AuditActions } from './audit-actions.js';
import { type Erasure, Erasures } from './erasure.js';
import { letGoFrom } from './erasing.queries.js';
import { PersonalData, type PersonalDataSource } from './personal-data.js';
import { type PersonalSheet, personalSheet } from './personal-sheet.js';
import { RetentionRules } from './retention.js';
import { type RetentionStatement, retentionRule } from './retention-statement.js';
import { type ShortLived, ShortLivedData } from './short-lived.js';

export interface ErasureStatement {
  kind: string;
  /** Marked with `msg`. */
  what: string;
  /** Statements over the people $1, an array of ids; run again they change nothing. */
  sql: readonly (string | AppendOnlyErasure)[];
}

/** On a table whose rows are otherwise only ever appended (migration 0025). */
export interface AppendOnlyErasure {
  from: string;
  sql: string;
}

/** Everything that a module has to say about the people in its tables. What does not apply is left out. */
export interface PrivacyOfModule {
  holds?: readonly PersonalSheet[];
  /** What a statement and words cannot say. */
  sources?: readonly PersonalDataSource[];
  keeps?: readonly RetentionStatement[];
  brief?: readonly ShortLived[];
  erases?: readonly ErasureStatement[];
  /** Actions of the audit log: what changed, what was looked at, and what the words of a subject are; all `msg`. */
  changes?: Readonly<Record<string, string>>;
  looks?: Readonly<Record<string, string>>;
  subjects?: Readonly<Record<string, string>>;
}

/** The one place where a module enters what it holds, keeps and erases, in statements and words. */
@Injectable()
export class PrivacyRegister {
  constructor(
    private readonly db: Database,
    private readonly personalData: PersonalData,
    private readonly rules: RetentionRules,
    private readonly shortLived: ShortLivedData,
    private readonly erasures: Erasures,
    private readonly actions: AuditActions,
  ) {}

  enter(entry: PrivacyOfModule): void {
    const { holds = [], sources = [], keeps = [], brief = [], erases = [], changes, looks, subjects } = entry;
    this.personalData.register(...holds.map((sheet) => personalSheet(this.db, sheet)), ...sources);
    this.rules.register(...keeps.map((rule) => retentionRule(this.db, rule)));
    this.shortLived.register(...brief);
    this.erasures.register(...erases.map(erasure));
    this.actions.register('changed', changes ?? {});
    this.actions.register('looked', looks ?? {});
    this.actions.name(subjects ?? {});
  }
}

function erasure({ kind, what, sql }: ErasureStatement): Erasure {
  return {
    kind,
    what: () => t(what),
    apply: async (tx, personIds) => {
      for (const statement of sql) await run(tx, statement, personIds);
    },
  };
}

async function run(tx: Tx, statement: string | AppendOnlyErasure, personIds: readonly number[]): Promise<void> {
  if (typeof statement !== 'string') await letGoFrom(tx, statement.from);
  await tx.query(typeof statement === 'string' ? statement : statement.sql, [personIds]);
}
