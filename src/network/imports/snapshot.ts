import { t } from '../../platform/language/t.js';
import { sayNumber } from '../../platform/say.js';
import type { ImportResult } from './import-result.js';

/** Of what holds today; a snapshot that would end more is more likely half a file than a great leaving. */
export const LARGEST_SHARE_ENDED = 0.02;

/** @example endsTooMuch({ ends: 21, of: 1000 }) // true */
export function endsTooMuch({ ends, of }: { ends: number; of: number }): boolean {
  return ends > of * LARGEST_SHARE_ENDED;
}

/**
 * Why a full snapshot cannot be taken over as it is, or null. `agreed` is how many endings somebody has looked at and said
 * yes to: one more, and they are asked again.
 */
export function snapshotProblem(
  { snapshot, rejected }: Pick<ImportResult, 'snapshot' | 'rejected'>,
  agreed: number,
): string | null {
  if (snapshot === null) return null;
  if (rejected > 0) {
    return t(
      '{n, plural, one {# row of this snapshot is rejected. Put it right first: whoever is missing from a full snapshot ends, and a row that cannot be read may be about them.} other {# rows of this snapshot are rejected. Put them right first: whoever is missing from a full snapshot ends, and a row that cannot be read may be about them.}}',
      { n: rejected },
    );
  }
  if (!endsTooMuch(snapshot) || snapshot.ends <= agreed) return null;
  return t('This snapshot would end {ends} of {of}, more than 2%. Is the file whole? Say so before it is taken over.', {
    ends: sayNumber(snapshot.ends),
    of: sayNumber(snapshot.of),
  });
}
