import { RuleBroken } from '../../../platform/errors.js';
import { t } from '../../../platform/language/t.js';
import { sayTime } from '../../../platform/say.js';
import type { Draft } from './draft.js';

/** Somebody changed the same part of a draft since the page was opened. Nothing was saved; both versions can be shown. */
export class ChangedMeanwhile extends RuleBroken {
  constructor(
    /** The draft as it stands now: theirs. */
    readonly draft: Draft,
  ) {
    super(
      t('{name} changed this at {time}, while you had it open. Nothing of yours is saved yet.', {
        name: draft.changedBy.name,
        time: sayTime(draft.changedAt),
      }),
    );
  }
}
