import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/actor.js';
import { Database } from '../../../platform/database/database.js';
import { NotFound } from '../../../platform/errors.js';
import { ContentQueries } from '../../content/content.queries.js';
import { type ShelfChange, VersionsQueries } from './versions.queries.js';

/**
 * Takes courses out of the catalogue and brings them back. A retired course starts for nobody; whoever has begun it may
 * finish it, and what was finished stays finished.
 */
@Injectable()
export class ShelfService {
  constructor(
    private readonly db: Database,
    private readonly versions: VersionsQueries,
    private readonly content: ContentQueries,
  ) {}

  /** Doing it twice is doing it once. @throws NotFound when there is no such course */
  async change(actor: Actor, slug: string, kind: ShelfChange['kind']): Promise<void> {
    await this.db.write(async (tx) => {
      await this.content.lockPublishing(tx);
      const newest = await this.versions.holdNewest(tx, slug);
      if (newest === null) throw new NotFound();
      const isRetired = newest.state === 'retired';
      if (isRetired === (kind === 'retired')) return;
      await this.versions.shelve(tx, newest.versionId, kind, actor.personId);
      await tx.audit({
        actorId: actor.personId,
        action: kind === 'retired' ? 'studio.retire' : 'studio.bringBack',
        subjectKind: 'courseVersion',
        subjectId: newest.versionId,
      });
    });
  }
}
