import { emotionScoreOf } from '../feedback/metrics/score.js';
import { t } from '../platform/language/t.js';
import type { CardFacts } from './cards/card-context.js';
import type { Voice } from './cards/voices.js';
import { commentsOfWeeks } from './comments-of-weeks.js';
import type { PlaceFacts } from './place-facts.js';
import type { Section } from './sections/section.js';
import { commentRows, emotionRows } from './unit/customers.presenter.js';

const UNITS_QUOTED = 3;
const EACH = 2;

/** The five emotions of everything together, and what customers say at the units that the cards point to. */
export function placeSaidSection(facts: PlaceFacts & Pick<CardFacts, 'voices'>, path: string): Section {
  const { now, voices, stretches, today } = facts;
  return {
    partial: 'what-customers-say',
    model: {
      emotion: emotionRows(emotionScoreOf(now.emotion)),
      comments: quoted(voices).flatMap((one) =>
        commentRows([one]).map((row) => ({
          ...row,
          about: t('{place}, {about}', { place: one.unitName, about: row.about }),
        })),
      ),
      noWords: t('No comments to quote from the places above. Open one to read what its customers say.'),
      all: commentsOfWeeks(path, stretches.now, today),
      allSoFar: null,
      noScores: false,
    },
  };
}

/** The newest two of each of the first three units. */
function quoted(voices: readonly Voice[]): Voice[] {
  const units = [...new Set(voices.map(({ unitId }) => unitId))].slice(0, UNITS_QUOTED);
  return units.flatMap((id) => voices.filter(({ unitId }) => unitId === id).slice(0, EACH));
}
