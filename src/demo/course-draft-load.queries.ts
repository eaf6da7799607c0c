import { DRAFT_SCHEMA } from '../courses/studio/drafts/draft-content.js';
import type { Tx } from '../platform/database/tx.js';
import type { PlannedDraft } from './course-draft-plan.js';

interface Published {
  courseId: number;
  versionId: number;
}

/** Puts a draft on its author's desk, with the steps in which it was written. */
export async function loadCourseDraft(
  tx: Tx,
  reference: string,
  { courseId, versionId }: Published,
  draft: PlannedDraft,
): Promise<void> {
  const changedAt = draft.steps.at(-1)?.at ?? draft.startedAt;
  await tx.query(
    `with author as (select id from person where reference = $1),
     begun as (
       insert into course_draft (course_id, based_version_id, slug, schema_version, content, revision, made_by, made_at,
                                 changed_by, changed_at, state_at)
       select $2, $3, $4, $5, $6, $7, id, $8, id, $9, $8 from author returning id)
     insert into course_draft_change (draft_id, revision, base_revision, words, before, changed_by, changed_at)
     select begun.id, step.place + 1, step.place, step.words, step.before, author.id, step.at
       from begun, author,
            rows from (jsonb_to_recordset($10::jsonb) as (at timestamptz, words text, before jsonb))
              with ordinality as step (at, words, before, place)`,
    [
      reference,
      courseId,
      versionId,
      draft.content.slug,
      DRAFT_SCHEMA,
      JSON.stringify(draft.content),
      draft.steps.length + 1,
      draft.startedAt,
      changedAt,
      JSON.stringify(draft.steps),
    ],
  );
}
