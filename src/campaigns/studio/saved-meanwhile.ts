import { t } from '../../platform/language/t.js';
import type { CampaignDraft } from './campaign-draft.js';

/** What somebody else saved while a form was open, beside what is typed in it: the choice is the author’s. */
export interface SavedMeanwhile {
  title: string;
  text: string;
  lines: { label: string; text: string }[];
}

/** @param sawRevision that of the page the form was on. @returns null when nobody saved, or nothing that differs. */
export function savedMeanwhile(
  sawRevision: string,
  draft: CampaignDraft,
  fields: readonly { label: string; saved: string; typed: string }[],
): SavedMeanwhile | null {
  if (Number(sawRevision) === draft.revision) return null;
  const lines = fields
    .filter(({ saved, typed }) => saved !== typed)
    .map(({ label, saved }) => ({ label, text: saved }));
  if (lines.length === 0) return null;
  return {
    title: t('What {name} saved', { name: draft.changedBy ?? t('A file') }),
    text: t('Yours stands in the form below. Save again to replace these words, or copy from them first.'),
    lines: lines.map(({ label, text }) => ({ label, text: text || t('Nothing') })),
  };
}
