import { t } from '../../platform/language/t.js';
import { page, type Reply } from '../../platform/web/reply.js';
import type { BlockFace } from './blocks/block-face.js';
import { postedFields } from './blocks/posted.js';
import { ChangedMeanwhile } from './drafts/changed-meanwhile.js';
import { courseName } from './studio-bar.presenter.js';

/** One field of a form in both versions. */
export interface BothVersions {
  label: string;
  mine: string;
  theirs: string;
}

/** What two people made of the same part. */
export interface Conflict {
  /** Where the author's form is sent again, with everything in it and today's revision. */
  action: string;
  body: unknown;
  /** Where theirs is to be seen. */
  takePath: string;
  rows: BothVersions[] | null;
  /** As readers would see it; null for what is gone. */
  faces: { mine: BlockFace; theirs: BlockFace | null } | null;
  lang: 'cy' | null;
}

/** Runs a save; when somebody else saved the same part since, shows both versions instead of an answer. */
export async function orConflict(
  save: () => Promise<Reply>,
  show: (clash: ChangedMeanwhile) => Conflict,
): Promise<Reply> {
  try {
    return await save();
  } catch (error) {
    if (!(error instanceof ChangedMeanwhile)) throw error;
    return page('studio/conflict', presentConflict(error, show(error)), { status: 422, bench: true });
  }
}

/** The rows that are different, so that a short look is enough. */
export function different(rows: BothVersions[]): BothVersions[] {
  return rows.filter((row) => row.mine !== row.theirs);
}

function presentConflict(clash: ChangedMeanwhile, { action, body, takePath, rows, faces, lang }: Conflict) {
  const name = clash.draft.changedBy.name;
  return {
    title: t('Two versions: {course}', { course: courseName(clash.draft) }),
    sentence: clash.sentence,
    theirsHeading: t('What {name} saved', { name }),
    rows,
    faces,
    lang,
    keep: { action, fields: hiddenFields(body, clash.draft.revision) },
    takePath,
  };
}

/** The form as it was sent, for today's revision. */
function hiddenFields(body: unknown, revision: number): { name: string; value: string }[] {
  const sent = Object.entries(postedFields(body)).filter(([name]) => !['_csrf', 'revision'].includes(name));
  const fields = sent.flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one: unknown) => ({
      name,
      value: typeof one === 'string' ? one : '',
    })),
  );
  return [...fields, { name: 'revision', value: String(revision) }];
}
