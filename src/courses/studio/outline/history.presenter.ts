import { t } from '../../../platform/language/t.js';
import { can } from '../../../platform/permissions.js';
import { sayMoment } from '../../../platform/say.js';
import { stepsOf } from '../drafts/history.js';
import { sayWords } from '../drafts/words.js';
import { draftActionPath, draftPath } from '../paths.js';
import { type BarFacts, courseName, presentBar } from '../studio-bar.presenter.js';
import { studioPermissions } from '../studio.policy.js';

/** What was done to a draft, the newest first, each step with the way back to before it. */
export function presentHistory(facts: BarFacts) {
  const { draft, changes, actor } = facts;
  const mayWrite = can(actor, studioPermissions.write);
  const started = t('Started by {name}, {at}', { name: draft.madeBy.name, at: sayMoment(draft.madeAt) });
  return {
    title: t('History, {course}', { course: courseName(draft) }),
    bar: presentBar(facts, [{ text: t('History') }]),
    revision: draft.revision,
    undoPath: draftActionPath(draft.id, 'undos'),
    backPath: draftPath(draft.id),
    started,
    steps: stepsOf(changes).map((step) => ({
      words: sayWords(step.words),
      who: t('{name}, {at}', { name: step.changedBy.name, at: sayMoment(step.changedAt) }),
      undone: step.undone && !step.isUndo,
      from: mayWrite && !step.undone ? step.from : null,
      hidden: ` (${sayWords(step.words)})`,
    })),
  };
}
