/** Why a card stands first, for whoever asks. */
import { t } from '../../platform/language/t.js';
import { sayList, sayNumber, sayScore } from '../../platform/say.js';
import type { Candidate } from './spotlight.js';

const NEXT_NAMED = 3;

/** Null where there is no candidate. */
export function sayWhyFirst(candidates: readonly Candidate[]): string | null {
  const [first, ...others] = candidates;
  if (!first) return null;
  const next = others.slice(0, NEXT_NAMED).map(sayCandidate);
  return [
    sayGain(first),
    next.length > 0 ? t('Next would be {places}.', { places: sayList(next) }) : t('Nothing else here is clear.'),
    t('Reckoned as the gap in ease, times how much the driver matters, times the customers who answer.'),
  ].join(' ');
}

function sayGain({ gain }: Candidate): string {
  const values = { points: sayScore(gain.gap), answers: sayNumber(gain.answers), n: Math.round(gain.customers) };
  if (gain.fell)
    return t(
      'Ease fell {points} points here, and about {answers} customers answer in four weeks: put right, it would be easy for about {n} more of them.',
      values,
    );
  if (values.n === 0) return t('Its weakest driver is clear, and its ease is no lower than elsewhere.');
  return t(
    'Ease is {points} points lower here than in all of these together, and about {answers} customers answer in four weeks: put right, it would be easy for about {n} more of them.',
    values,
  );
}

const sayCandidate = ({ row, gain }: Candidate): string =>
  t('{place} (about {n})', { place: row.place.name, n: Math.round(gain.customers) });
