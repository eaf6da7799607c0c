import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { sayTime } from '../../platform/say.js';
import type { CampaignDraft } from './campaign-draft.js';

/** Somebody changed the same part of a week since the page was opened. Nothing was saved; the page shows both. */
export class ChangedMeanwhile extends RuleBroken {
  constructor(
    /** As it stands now: theirs. */
    readonly draft: CampaignDraft,
  ) {
    super(
      t('{name} changed this at {time}, while you had it open. Nothing of yours is saved yet.', {
        name: draft.changedBy ?? t('A file'),
        time: sayTime(draft.changedAt),
      }),
    );
  }
}
