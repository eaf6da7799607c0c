import { intervalAgainstNoChange } from '../../platform/charts/no-change-bar.js';
import { t } from '../../platform/language/t.js';
import { saySigned } from '../../platform/say.js';
import { beforeAfterBasis } from './before-after-words.js';
import { presentDrivers } from './driver-effects.presenter.js';
import { eventChart } from './event-chart.js';
import type { StudyFindings } from './findings.js';
import { judged } from './judged.js';
import { sayMissing } from './say-not-enough.js';
import type { StoredResult } from './studies.queries.js';
import type { Study } from './study.js';
import { drawnEffect, toneOf } from './study-answer.js';
import { sayGrade, studyWords } from './study-words.js';

/** What a study has found, as its page prints it. */
export function presentResult(study: Study, result: StoredResult) {
  const { findings } = result;
  const all = judged(study, result);
  const { kind } = all.verdict;
  const words = studyWords(all);
  const effect = drawnEffect(all.verdict);
  return {
    ...{ grade: words.grade, tone: toneOf(all.verdict), sentence: words.headline, interval: words.gradeExplained },
    number: all.verdict.effect && saySigned(all.verdict.effect.estimate),
    chart: effect && intervalAgainstNoChange({ id: 'effect', ...effect }),
    missing: kind === 'notEnough' ? presentMissing(findings) : null,
    events: eventChart(all),
    ...{ supports: words.supports, care: words.cautions, lists: words.supports.length + words.cautions.length > 0 },
    beforeAfter: presentBeforeAfter(study, findings, words.beforeAfter, kind === 'beforeAndAfterOnly'),
    // Where the headline is withheld, six others are not given either.
    drivers: kind === 'withheld' ? null : presentDrivers(findings.drivers),
  };
}

function presentMissing({ notEnough }: StudyFindings) {
  return notEnough && notEnough.missing.length > 0 ? notEnough.missing.map(sayMissing) : null;
}

/** @param said whether it is the headline already */
function presentBeforeAfter(study: Study, { beforeAfter }: StudyFindings, sentence: string | null, said: boolean) {
  if (beforeAfter === null) return null;
  return {
    grade: said ? null : sayGrade('D'),
    sentence: said ? null : sentence,
    basis: beforeAfterBasis(study, beforeAfter),
    notice: t(
      'Units chosen for a low score rise by themselves: part of a low score is bad luck, and luck does not last.',
    ),
  };
}
