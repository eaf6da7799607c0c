/** Why an import cannot be undone as it is, in a sentence for whoever wants to. */
import { t } from '../../platform/language/t.js';
import { sayMoment } from '../../platform/say.js';
import { POSTS } from './posts.js';
import type { Target, UndoResult } from './undo-result.js';

export function notTheLast({ fileName, madeAt }: { fileName: string | null; madeAt: Date }): string {
  return t('Only the last import can be undone, and {file} was imported after it ({moment}).', {
    file: fileName ?? t('another file'),
    moment: sayMoment(madeAt),
  });
}

/** Something else changed what the import had changed: putting the old back would lose that. */
export function changedSinceProblem(changed: readonly { target: Target; n: number }[]): string | null {
  const n = changed.reduce((sum, one) => sum + one.n, 0);
  if (n === 0) return null;
  return t(
    '{n, plural, one {# of the things that this import changed has been changed again since, and undoing it would lose that. Import a file that says how it should be instead.} other {# of the things that this import changed have been changed again since, and undoing it would lose that. Import a file that says how it should be instead.}}',
    { n },
  );
}

/** Posts in a place that came with the import: the people in them would be nowhere. */
export function postsStand({ holding }: Pick<UndoResult, 'holding'>): boolean {
  return holding.some(({ group }) => group === POSTS);
}

/** @param leave whether somebody agreed that what is held may stay */
export function holdingProblem(result: Pick<UndoResult, 'kind' | 'holding' | 'stay'>, leave: boolean): string | null {
  if (postsStand(result)) {
    return t(
      'People have posts in units, areas or regions that came with this import. Undo the import of people that put them there first, or move them.',
    );
  }
  const n = result.stay.reduce((sum, one) => sum + one.n, 0);
  if (n === 0 || leave) return null;
  return result.kind === 'people'
    ? t(
        '{n, plural, one {# person who came with this import has done something here since, or something has been done for them. They can stay without a post while everything else is undone: say so first.} other {# people who came with this import have done something here since, or something has been done for them. They can stay without a post while everything else is undone: say so first.}}',
        { n },
      )
    : t(
        '{n, plural, one {# place that came with this import is in use since. It can stay without a place in the network while everything else is undone: say so first.} other {# places that came with this import are in use since. They can stay without a place in the network while everything else is undone: say so first.}}',
        { n },
      );
}
