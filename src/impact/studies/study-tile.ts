/** The answer of one study on a tile: the sentence, the number with its interval drawn, the grade, and as of when. */
import { intervalAgainstNoChange } from '../../platform/charts/no-change-bar.js';
import { addDays } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate, saySigned } from '../../platform/say.js';
import { studyPath } from '../paths.js';
import type { StoredResult } from './studies.queries.js';
import { answerOf } from './study-answer.js';
import type { Study } from './study.js';
import { questionOf } from './study-words.js';

export interface StudyWithResult {
  study: Study;
  latest: StoredResult;
}

/** What the `study-tile` partial prints. */
export function studyTile({ study, latest }: StudyWithResult) {
  const { sentence, grade, tone, effect } = answerOf(study, latest);
  return {
    ...{ id: `study-${study.id}`, title: questionOf(study), path: studyPath(study.id), sentence, grade, tone },
    number: effect && saySigned(effect.value),
    chart: effect && intervalAgainstNoChange({ id: `effect-${study.id}`, ...effect }),
    asOf: t('Answers up to {date}.', { date: sayFullDate(addDays(latest.closedTo, 6)) }),
  };
}
