import { addDays, londonDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate, saySigned } from '../../platform/say.js';
import type { CsvColumn } from '../../platform/web/csv-download.js';
import { csvPath } from '../../platform/web/csv-path.js';
import { METRIC_NAMES } from '../link-choice.js';
import { impactPath, newStudyPath, studiesPath, studyPath } from '../paths.js';
import type { StudyListRow } from './studies.queries.js';
import { answerOf } from './study-answer.js';
import { questionOf } from './study-words.js';

/** Every study with its latest answer, the newest first. */
export function studiesPage(rows: readonly StudyListRow[], mayAsk: boolean) {
  return {
    title: t('Studies'),
    sub: t('Every question that was asked, with its latest answer: also those that found nothing.'),
    crumbs: [
      { text: t('Impact'), href: impactPath },
      { text: t('Studies'), href: null },
    ],
    action: mayAsk && rows.length > 0 ? { text: t('Ask a question'), path: newStudyPath } : null,
    empty: rows.length === 0 ? emptyStudies(mayAsk) : null,
    table: studiesTable(rows),
    csv: csvPath(studiesPath),
  };
}

/** Also on the page of impact. */
export function emptyStudies(mayAsk: boolean) {
  return {
    title: t('Nobody has asked yet'),
    text: t(
      'A study sets units that were trained against those that were not yet, week by week, and says what difference the training made and how far that can be trusted.',
    ),
    action: mayAsk ? { text: t('Ask the first question'), path: newStudyPath } : null,
  };
}

function studiesTable(rows: readonly StudyListRow[]) {
  const head = [t('Question'), t('Answer'), t('Points'), t('Grade'), t('Answers up to'), t('State')];
  return {
    caption: t('Studies'),
    captionHidden: true,
    head: head.map((text, at) => ({ text, numeric: at === 2 })),
    rows: rows.map((row) => ({ cells: cellsOf(row) })),
  };
}

function cellsOf(row: StudyListRow) {
  const { study, latest } = row;
  const answer = latest && answerOf(study, latest);
  const text = (value: string, numeric = false) => ({ text: value, numeric, href: null });
  return [
    { text: questionOf(study), numeric: false, href: studyPath(study.id) },
    text(answer?.sentence ?? '–'),
    text(answer?.effect ? saySigned(answer.effect.value) : '–', true),
    text(answer?.grade ?? '–'),
    text(latest ? sayFullDate(addDays(latest.closedTo, 6)) : '–'),
    text(stateOf(row)),
  ];
}

/** The same as a file, with what the page has no room for. */
export function studiesColumns(): CsvColumn<StudyListRow>[] {
  const effect = ({ study, latest }: StudyListRow) => latest && answerOf(study, latest).effect;
  const rounded = (value: number | undefined) => (value === undefined ? null : Math.round(value * 100) / 100);
  return [
    { heading: t('Question'), of: ({ study }) => questionOf(study) },
    { heading: t('Outcome'), of: ({ study }) => t(METRIC_NAMES[study.metric]) },
    { heading: t('Answer'), of: ({ study, latest }) => latest && answerOf(study, latest).sentence },
    { heading: t('Points'), of: (row) => rounded(effect(row)?.value) },
    { heading: t('Low'), of: (row) => rounded(effect(row)?.low) },
    { heading: t('High'), of: (row) => rounded(effect(row)?.high) },
    { heading: t('Grade'), of: ({ study, latest }) => latest && answerOf(study, latest).grade },
    { heading: t('Answers up to'), of: ({ latest }) => latest && addDays(latest.closedTo, 6) },
    { heading: t('State'), of: stateOf },
    { heading: t('Registered'), of: ({ study }) => londonDate(study.registeredAt) },
  ];
}

function stateOf({ latest, underWay }: StudyListRow): string {
  if (underWay) return t('Being worked out');
  return latest ? t('Worked out') : t('Not worked out yet');
}
