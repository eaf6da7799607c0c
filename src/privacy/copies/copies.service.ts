import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { NotFound, RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { FileDownload } from '../../platform/web/file-download.js';
import { CopiesQueries, type Copy, copyJobKey } from './copies.queries.js';
import { CopyFolder } from './copy-folder.service.js';
import { checkCopyLimit } from './copy-limit.js';
import { CopyNotices } from './copy-notices.service.js';

export const MAKE_COPY = 'privacy.makeCopy';

const A_DAY_MS = 24 * 3_600_000;

/** Asking for a copy of everything that is held about oneself or somebody who asked on paper, and taking it away. */
@Injectable()
export class Copies {
  constructor(
    private readonly db: Database,
    private readonly queries: CopiesQueries,
    private readonly folder: CopyFolder,
    private readonly notices: CopyNotices,
  ) {}

  /** @throws RuleBroken after the third of a day */
  askForOwn(actor: Actor, formToken: string): Promise<void> {
    const wanted = { formToken, personId: actor.personId, askedBy: actor.personId, reason: null };
    return this.db.write(async (tx) => {
      if ((await this.queries.madeWith(tx, formToken)) !== null) return;
      checkCopyLimit(await this.askedLately(tx, actor), 'self');
      await this.order(tx, wanted);
    });
  }

  /**
   * @returns the person's name
   * @throws RuleBroken when nobody has the reference, or the person has been made anonymous
   */
  async askFor(actor: Actor, form: { formToken: string; reference: string; reason: string }): Promise<string> {
    const person = await this.queries.personByReference(form.reference);
    if (person === null) throw new RuleBroken(t('Nobody has this personnel reference.'), 'reference');
    if (person.anonymised)
      throw new RuleBroken(
        t('This person has been made anonymous: nothing is held that could be theirs.'),
        'reference',
      );
    if (person.id === actor.personId)
      throw new RuleBroken(t('That is you. Ask for your own copy on the page about your data.'), 'reference');
    const wanted = { ...form, personId: person.id, askedBy: actor.personId };
    await this.db.write(async (tx) => {
      if ((await this.queries.madeWith(tx, form.formToken)) !== null) return;
      checkCopyLimit(await this.askedLately(tx, actor), 'others');
      await this.order(tx, wanted);
    });
    return person.name;
  }

  /** @throws NotFound for somebody else's, for one that is not made yet and for one that was deleted */
  async download(actor: Actor, id: number): Promise<FileDownload> {
    const copy = await this.queries.ofAsker(id, actor.personId);
    const path = copy?.storedAs ? await this.folder.pathOf(copy.storedAs) : null;
    if (copy === null || path === null)
      throw new NotFound(t('This copy is not there. It may have been deleted by now.'));
    await this.db.write(async (tx) => {
      await this.notices.taken(tx, id);
      await tx.audit({
        actorId: actor.personId,
        action: 'privacy.copyTaken',
        subjectKind: 'person',
        subjectId: copy.personId,
        detail: { copyId: id },
      });
    });
    return new FileDownload(fileName(copy), 'application/zip', path);
  }

  private askedLately(tx: Tx, actor: Actor): Promise<number> {
    return this.queries.countSince(tx, actor.personId, new Date(tx.now.getTime() - A_DAY_MS));
  }

  private async order(
    tx: Tx,
    wanted: { formToken: string; personId: number; askedBy: number; reason: string | null },
  ): Promise<void> {
    const id = await this.queries.add(tx, wanted);
    await tx.enqueue(MAKE_COPY, { id }, { scheduleKey: copyJobKey(id) });
    await tx.audit({
      actorId: wanted.askedBy,
      action: 'privacy.copyAsked',
      subjectKind: 'person',
      subjectId: wanted.personId,
      detail: { copyId: id },
    });
  }
}

function fileName({ reference, askedAt }: Copy): string {
  return `cx-university-${reference.replace(/[^\w-]/g, '_')}-${askedAt.toISOString().slice(0, 10)}.zip`;
}
