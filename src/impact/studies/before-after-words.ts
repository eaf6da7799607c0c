/** The plain score before and after, never without what chance brings by itself (product/impact.md, part 7). Grade D. */
import { msg, t } from '../../platform/language/t.js';
import { sayNumber, sayScore } from '../../platform/say.js';
import type { BeforeAndAfter } from './findings.js';
import { sayEffect, sayInterval, sayUnits, unitWord } from './say-points.js';
import type { Study } from './study.js';

/**
 * 'The score of trained branches rose 6.0 points (…); about 5.9 points (…) is expected from choosing low branches. What all
 * branches did in the same weeks comes on top: +0.2 points (…).'
 */
export function beforeAfterSentence(study: Study, found: BeforeAndAfter): string {
  const own = moved(study, found);
  const all = t(ALL, {
    kind: unitWord(study),
    effect: sayEffect({ ...found.network, estimate: found.network.change }),
  });
  return t('{sentence} {next}', { sentence: own, next: all });
}

/** 'From 71.2 to 75.3, over at most 13 weeks before training and as many since, 120 branches.' */
export function beforeAfterBasis(study: Study, { before, after, weeks, units }: BeforeAndAfter): string {
  return t('From {before} to {after}, over at most {weeks} weeks before the training and as many since, {units}.', {
    ...{ before: sayScore(before), after: sayScore(after), weeks: String(weeks), units: sayUnits(study, units) },
  });
}

const ALL = msg(
  'What all {kind, select, branch {branches} paymentPoint {payment points} other {units}} did in the same weeks comes on top: {effect}.',
);

function moved(study: Study, found: BeforeAndAfter): string {
  const { change, expected, expectedLow, expectedHigh, chosenLow } = found;
  const says = SAYS[change < 0 ? 'fell' : 'rose'][chosenLow ? 'chosenLow' : 'alike'];
  return t(says, {
    kind: unitWord(study),
    size: sayNumber(Math.abs(change), 1),
    range: change < 0 ? sayInterval({ low: -found.high, high: -found.low }) : sayInterval(found),
    expected: sayNumber(expected, 1),
    expectedRange: sayInterval({ low: expectedLow, high: expectedHigh }),
  });
}

const SAYS = {
  rose: {
    chosenLow: msg(
      'The score of trained {kind, select, branch {branches} paymentPoint {payment points} other {units}} rose {size} points ({range}); about {expected} points ({expectedRange}) is expected from choosing low {kind, select, branch {branches} paymentPoint {payment points} other {units}}.',
    ),
    alike: msg(
      'The score of trained {kind, select, branch {branches} paymentPoint {payment points} other {units}} rose {size} points ({range}); about {expected} points ({expectedRange}) is expected from chance evening out.',
    ),
  },
  fell: {
    chosenLow: msg(
      'The score of trained {kind, select, branch {branches} paymentPoint {payment points} other {units}} fell {size} points ({range}); a rise of about {expected} points ({expectedRange}) was expected from choosing low {kind, select, branch {branches} paymentPoint {payment points} other {units}}.',
    ),
    alike: msg(
      'The score of trained {kind, select, branch {branches} paymentPoint {payment points} other {units}} fell {size} points ({range}); a change of about {expected} points ({expectedRange}) was expected from chance evening out.',
    ),
  },
};
