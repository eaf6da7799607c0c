import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { t } from '../../platform/language/t.js';
import type { Erasure } from '../../platform/privacy/erasure.js';
import type { RetentionRule } from '../../platform/privacy/retention.js';
import { COPIES_RULE, CopiesQueries, type GoneCopy } from './copies.queries.js';
import { CopyFolder } from './copy-folder.service.js';
import { CopyNotices } from './copy-notices.service.js';

/** Copies are files that lie for some days: what lets them go, and what goes of a leaver's. */
@Injectable()
export class CopiesRule {
  constructor(
    private readonly queries: CopiesQueries,
    private readonly folder: CopyFolder,
    private readonly notices: CopyNotices,
  ) {}

  rule(): RetentionRule {
    return {
      kind: COPIES_RULE,
      period: { unit: 'days', standard: 7, least: 1, most: 30 },
      time: 'real',
      what: () => t('Copies of everything that is held about somebody, made for them'),
      stays: () => t('That there was a copy, when, and who asked for it.'),
      count: (before, atMost) => this.queries.countLyingSince(before, atMost),
      apply: async (tx, before, limit) => this.remove(tx, await this.queries.letGoSince(tx, before, limit)),
    };
  }

  erasure(): Erasure {
    return {
      kind: 'privacy.copies',
      what: () => t('Copies that were made of their data, and why somebody asked for one'),
      apply: async (tx, personIds) => {
        await this.remove(tx, await this.queries.letGoOf(tx, personIds));
        await this.queries.forgetReasons(tx, personIds);
      },
    };
  }

  /** The file goes before the transaction ends, so that no row ever says "deleted" of one that lies there. */
  private async remove(tx: Tx, copies: readonly GoneCopy[]): Promise<number> {
    await this.folder.remove(copies.flatMap(({ storedAs }) => storedAs ?? []));
    await this.notices.gone(tx, copies);
    return copies.length;
  }
}
