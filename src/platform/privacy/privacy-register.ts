import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, ModuleRef, Reflector } from '@nestjs/core';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import { t } from '../language/t.js';
import { AuditActions } from './audit-actions.js';
import { type Erasure, Erasures } from './erasure.js';
import { letGoFrom } from './erasing.queries.js';
import { PersonalData } from './personal-data.js';
import { personalSheet } from './personal-sheet.js';
import { type AppendOnlyErasure, type ErasureStatement, PRIVACY, type PrivacyOfModule } from './privacy-of-module.js';
import { RetentionRules } from './retention.js';
import { retentionRule } from './retention-statement.queries.js';
import { ShortLivedData } from './short-lived.js';

/** Enters what the modules say with `@Privacy` into the registries, in the order in which they depend on each other. */
@Injectable()
export class PrivacyRegister implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
    private readonly instances: ModuleRef,
    private readonly db: Database,
    private readonly personalData: PersonalData,
    private readonly rules: RetentionRules,
    private readonly shortLived: ShortLivedData,
    private readonly erasures: Erasures,
    private readonly actions: AuditActions,
  ) {}

  onModuleInit(): void {
    // A module is a provider of itself; one that others import is found once.
    const classes = new Set(this.discovery.getProviders().map(({ metatype }) => metatype));
    for (const one of classes)
      if (typeof one === 'function')
        this.reflector.get<PrivacyOfModule[] | undefined>(PRIVACY, one)?.forEach((said) => this.enter(said));
  }

  private enter({ holds = [], sources = [], keeps = [], brief = [], erases = [], ...words }: PrivacyOfModule): void {
    this.personalData.register(...holds.map((sheet) => personalSheet(this.db, sheet)));
    this.personalData.register(...sources.map((source) => this.instances.get(source, { strict: false })));
    this.rules.register(...keeps.map((rule) => retentionRule(this.db, rule)));
    this.shortLived.register(...brief);
    this.erasures.register(...erases.map(erasure));
    this.actions.register('changed', words.changes ?? {});
    this.actions.register('looked', words.looks ?? {});
    this.actions.name(words.subjects ?? {});
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
