import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { t } from '../../platform/language/t.js';
import type { Erasure } from '../../platform/privacy/erasure.js';
import type { RetentionRule } from '../../platform/privacy/retention.js';
import { CopiesQueries } from './copies.queries.js';
import { CopyFolder } from './copy-folder.service.js';

/** The rule under which copies are deleted. */
export const COPIES_RULE = 'privacy.copies';

/** Copies are files: what goes of them goes from the folder first, so that no row ever says "deleted" of one that lies there. */
@Injectable()
export class CopiesRule {
  constructor(
    private readonly queries: CopiesQueries,
    private readonly folder: CopyFolder,
  ) {}

  rule(): RetentionRule {
    return {
      kind: COPIES_RULE,
      period: { unit: 'days', standard: 7, least: 1, most: 30 },
      time: 'real',
      what: () => t('Copies of everything that is held about somebody, made for them'),
      stays: () => t('That there was a copy, when, and who asked for it.'),
      count: (before) => this.queries.countLyingSince(before),
      apply: async (tx, before, limit) => this.remove(tx, await this.queries.lyingSince(before, limit)),
    };
  }

  erasure(): Erasure {
    return {
      kind: 'privacy.copies',
      what: () => t('Copies that were made of their data, and why somebody asked for one'),
      apply: async (tx, personIds) => {
        await this.remove(tx, await this.queries.lyingOf(tx, personIds));
        await this.queries.forgetReasons(tx, personIds);
      },
    };
  }

  private async remove(tx: Tx, copies: readonly { id: number; storedAs: string }[]): Promise<number> {
    await this.folder.remove(copies.map(({ storedAs }) => storedAs));
    await this.queries.noteDeleted(
      tx,
      copies.map(({ id }) => id),
    );
    return copies.length;
  }
}
