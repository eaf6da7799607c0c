import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Draft, DraftCard, DraftChange } from './draft.js';
import { DRAFT_SCHEMA, type DraftContent } from './draft-content.js';

const FACTS = `d.id, d.course_id "courseId", d.based_version_id "basedOn", d.slug, d.state, d.revision, d.made_at "madeAt", d.changed_at "changedAt",
  jsonb_build_object('id', m.id, 'name', m.name) "madeBy", jsonb_build_object('id', c.id, 'name', c.name) "changedBy"`;

const FROM = `from course_draft d join person m on m.id = d.made_by join person c on c.id = d.changed_by`;

const CARDS = `
  select ${FACTS}, d.content ->> 'title' title, d.content ->> 'kind' kind, d.content ->> 'language' "language",
         jsonb_array_length(d.content -> 'lessons') lessons,
         coalesce(jsonb_array_length(nullif(d.content -> 'quiz', 'null') -> 'questions'), 0) questions
    ${FROM}`;

export interface NewDraft {
  courseId: number | null;
  basedOn: number | null;
  content: DraftContent;
  madeBy: number;
  formToken: string | null;
}

/** Drafts and their history. The CX team works for the whole network, so nothing here asks for reach. */
@Injectable()
export class DraftsQueries {
  constructor(private readonly db: Database) {}

  /** Open drafts, the newest change first. */
  open(): Promise<DraftCard[]> {
    return this.db.query<DraftCard>(`${CARDS} where d.state = 'open' order by d.changed_at desc, d.id desc`);
  }

  /** Those deleted in the thirty days before `now`, the newest first. */
  lately(now: Date): Promise<DraftCard[]> {
    return this.db.query<DraftCard>(
      `${CARDS} where d.state = 'deleted' and d.state_at > $1::timestamptz - interval '30 days'
        order by d.state_at desc limit 20`,
      [now],
    );
  }

  /** In any state. */
  one(draftId: number): Promise<Draft | null> {
    return this.db.one<Draft>(`select ${FACTS}, d.content ${FROM} where d.id = $1`, [draftId]);
  }

  /**
   * The draft, held until the transaction ends: of two who save at once, the second sees what the first did. Held before it is
   * read, since a row that was waited for is joined as it was before.
   */
  async hold(tx: Tx, draftId: number): Promise<Draft | null> {
    await tx.query('select from course_draft where id = $1 for update', [draftId]);
    return tx.one<Draft>(`select ${FACTS}, d.content ${FROM} where d.id = $1`, [draftId]);
  }

  /** The newest changes first. */
  changes(draftId: number, limit: number): Promise<DraftChange[]> {
    return this.db.query<DraftChange>(CHANGES, [draftId, limit]);
  }

  changesIn(tx: Tx, draftId: number, limit: number): Promise<DraftChange[]> {
    return tx.query<DraftChange>(CHANGES, [draftId, limit]);
  }

  /** What the draft held at an earlier revision, and the change that came next; null for one that never was. */
  before(
    tx: Tx,
    draftId: number,
    revision: number,
  ): Promise<{ content: DraftContent; words: string; changedBy: number } | null> {
    return tx.one(
      `select before "content", words, changed_by "changedBy" from course_draft_change
        where draft_id = $1 and revision = $2 + 1`,
      [draftId, revision],
    );
  }

  /** The new draft's id, or null when this form has made one already. */
  async insert(tx: Tx, draft: NewDraft): Promise<number | null> {
    const made = await tx.one<{ id: number }>(
      `insert into course_draft (course_id, based_version_id, slug, schema_version, content, form_token, made_by, made_at,
                                 changed_by, changed_at, state_at)
       values ($1, $8, $2, $3, $4, $5, $6, $7, $6, $7, $7) on conflict (form_token) do nothing returning id`,
      [
        draft.courseId,
        draft.content.slug,
        DRAFT_SCHEMA,
        JSON.stringify(draft.content),
        draft.formToken,
        draft.madeBy,
        tx.now,
        draft.basedOn,
      ],
    );
    return made?.id ?? null;
  }

  async madeWith(tx: Tx, formToken: string, madeBy: number): Promise<number | null> {
    const made = await tx.one<{ id: number }>(
      'select id from course_draft where form_token = $1 and made_by = $2 and state = $3',
      [formToken, madeBy, 'open'],
    );
    return made?.id ?? null;
  }

  /** Two who start the next version at once get the same draft. */
  async lockCourse(tx: Tx, courseId: number): Promise<void> {
    await tx.query('select id from course where id = $1 for update', [courseId]);
  }

  /** The open draft of a course's next version. */
  async openFor(tx: Tx, courseId: number): Promise<number | null> {
    const draft = await tx.one<{ id: number }>(`select id from course_draft where course_id = $1 and state = 'open'`, [
      courseId,
    ]);
    return draft?.id ?? null;
  }

  /** Stores what the draft holds now, and what it held before as the way back. */
  async store(tx: Tx, draft: Draft, content: DraftContent, change: Omit<ChangeToStore, 'before'>): Promise<void> {
    await tx.query(
      `with kept as (
         insert into course_draft_change (draft_id, revision, base_revision, undoes, words, before, changed_by, changed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8))
       update course_draft set content = $9, slug = $10, revision = $2, changed_by = $7, changed_at = $8 where id = $1`,
      [
        draft.id,
        draft.revision + 1,
        change.baseRevision,
        change.undoes,
        change.words,
        JSON.stringify(draft.content),
        change.changedBy,
        tx.now,
        JSON.stringify(content),
        content.slug,
      ],
    );
  }

  async setState(tx: Tx, draftId: number, state: Draft['state'], courseId: number | null): Promise<void> {
    await tx.query('update course_draft set state = $2, state_at = $4, course_id = $3 where id = $1', [
      draftId,
      state,
      courseId,
      tx.now,
    ]);
  }
}

interface ChangeToStore {
  baseRevision: number;
  undoes: number | null;
  words: string;
  before: DraftContent;
  changedBy: number;
}

const CHANGES = `
  select h.revision, h.undoes, h.words, h.changed_at "changedAt", jsonb_build_object('id', p.id, 'name', p.name) "changedBy"
    from course_draft_change h join person p on p.id = h.changed_by
   where h.draft_id = $1 order by h.revision desc limit $2`;
