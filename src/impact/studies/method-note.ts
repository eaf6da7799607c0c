/**
 * How a result was worked out, as plain text beside its table: the design as it was registered, the data, each estimator with
 * its error convention and source, and what was left out. Whoever has the answers can repeat it from this note.
 */
import { addDays } from '../../platform/dates.js';
import { msg, t } from '../../platform/language/t.js';
import { sayFullDate, sayMoment, sayNumber, sayPercent } from '../../platform/say.js';
import { METRIC_NAMES } from '../link-choice.js';
import type { StudyFindings } from './findings.js';
import type { Judged } from './judged.js';
import { CLUSTER_NAMES, WEIGHTING_NAMES } from './study-names.js';
import { sayMissing } from './say-not-enough.js';
import type { Study } from './study.js';
import { studyWords } from './study-words.js';

export interface NoteFacts extends Judged {
  workedOutAt: Date;
  dataVersion: string;
}

/** Lines end as on any system that opens a downloaded text (CRLF). */
export function methodNote(facts: NoteFacts): string {
  const words = studyWords(facts);
  const parts: string[][] = [
    [words.question, words.subline],
    [t('Answer'), words.headline, `${words.grade}. ${words.gradeExplained}`],
    [t('Design, registered before anybody looked'), ...designLines(facts.study)],
    [t('Data'), ...dataLines(facts)],
    ...(facts.findings.effect ? estimators(facts.findings) : []),
    [t('What supports this'), ...words.supports],
    [t('Read with care'), ...words.cautions],
  ];
  return parts
    .filter(([, ...lines]) => lines.length > 0)
    .map((lines) => lines.join('\r\n'))
    .join('\r\n\r\n')
    .concat('\r\n');
}

function designLines({ courses, metric, weeks, threshold, wavePlanId, weighting, clusterLevel, ...study }: Study) {
  const line = (name: string, value: string) => t('{name}: {value}', { name, value });
  return [
    line(t('Training'), courses.map(({ title }) => title).join('; ')),
    line(t('The one outcome'), t(METRIC_NAMES[metric])),
    t(SCORE),
    line(t('Weeks'), t('{from} to {to}', { from: sayFullDate(weeks.from), to: sayFullDate(addDays(weeks.to, 6)) })),
    wavePlanId === null
      ? t('Trained from the first week in which {share} of the people in post hold the training, and from then on.', {
          share: sayPercent(threshold),
        })
      : t('Trained from the Monday of its wave, whoever finished: the effect is that of being asked.'),
    line(t('What counts how much'), t(WEIGHTING_NAMES[weighting].name)),
    line(t('Clusters'), t(CLUSTER_NAMES[clusterLevel].name)),
    line(t('Registered'), sayMoment(study.registeredAt)),
  ];
}

function dataLines({ findings, closedTo, dataVersion, workedOutAt }: NoteFacts) {
  const { rows, answers, units, trained, untrained, always } = findings.panel;
  return [
    t('Answers up to {date}, worked out {moment}.', {
      date: sayFullDate(addDays(closedTo, 6)),
      moment: sayMoment(workedOutAt),
    }),
    t('Data version {version} (SHA-256 of the panel and its design).', { version: dataVersion }),
    t('{answers} answers in {rows} weeks of {units} units: {trained} trained, {untrained} not, {always} all along.', {
      ...{ answers: sayNumber(answers), rows: sayNumber(rows), units: sayNumber(units) },
      ...{ trained: sayNumber(trained), untrained: sayNumber(untrained), always: sayNumber(always) },
    }),
    ...(findings.notEnough ? findings.notEnough.missing.map(sayMissing) : []),
  ];
}

const SCORE = msg(
  'Score of a unit in a week: the percentage of answers in the top two boxes (for net emotion, positive less negative answers). A week without answers is missing, never 0.',
);

/** Conventions stand as the estimators print them, in English. */
function estimators({ conventions, permutation, beforeAfter }: StudyFindings): string[][] {
  return [
    [t('How it was worked out'), ...METHODS.map((method) => t(method))],
    [t('Errors'), ...conventions, ...(permutation ? [t(LOTS, { draws: String(permutation.draws) })] : [])],
    ...(beforeAfter ? [[t('Before and after'), t(REBOUND)]] : []),
  ];
}

const METHODS = [
  msg(
    'Headline: imputation (Borusyak, Jaravel and Spiess 2024; Gardner 2022). Levels of units and weeks are fitted by weighted least squares on untrained weeks alone; the effect is the weighted mean of score less fit over trained weeks.',
  ),
  msg(
    'Leads test: on untrained weeks, one dummy for each of the eight weeks before the training, with both levels; Wald test, by F from 300 clusters on, below that by wild cluster bootstrap.',
  ),
  msg('Placebos: the same estimator with the start moved back 13 and 26 weeks, trained weeks left out.'),
  msg(
    'Two-way fixed effects, an association: score on trained or not with levels of units and weeks. Where effects grow or starts differ it is biased, which is why it is not the headline.',
  ),
  msg('The six drivers: the same estimator for each, and p-values after Benjamini and Hochberg (1995).'),
];

const LOTS = msg(
  'Range of the lot: the starts of the areas are dealt anew {draws} times within their strata, on the panel of areas by week; p = (1 + draws at least as large) / (1 + draws).',
);
const REBOUND = msg(
  'Rise to be expected of a group chosen by its score: (1 - r)(mean of all - mean of the group), r = tau² / (tau² + sigma² / n).',
);
