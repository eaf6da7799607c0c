import { msg } from '../platform/language/t.js';
import type { PrivacyOfModule } from '../platform/privacy/privacy-of-module.js';
import { STAND_STILL } from './rollups/answer-places.queries.js';

/** What feedback holds about people: customers’ words, and who loaded them. Customers are not known by name. */
export const FEEDBACK_PRIVACY: PrivacyOfModule = {
  holds: [
    {
      kind: 'feedback.imports',
      title: msg('Files of customers’ answers that you loaded'),
      purpose: msg('So that it’s known where answers came from and who loaded them.'),
      covers: ['survey_import.started_by'],
      sql: `select s.name as source, i.file_name, i.started_at, i.finished_at
              from survey_import i join survey_source s on s.id = i.source_id where i.started_by = $1 order by i.id`,
      columns: { source: msg('Source'), file_name: msg('File'), started_at: msg('Begun'), finished_at: msg('Ended') },
    },
    {
      kind: 'feedback.themes',
      title: msg('Themes of comments that you published'),
      purpose: msg('So that it’s known whose rules the counts of themes go by.'),
      covers: ['theme_edition.published_by'],
      sql: `select e.id as number, e.published_at, jsonb_array_length(e.themes) as themes
              from theme_edition e where e.published_by = $1 order by e.id`,
      columns: { number: msg('Number'), published_at: msg('Published'), themes: msg('Themes') },
    },
    {
      kind: 'feedback.undos',
      title: msg('Imports of customers’ answers that you took back'),
      purpose: msg('So that it’s known why answers are not there any more.'),
      covers: ['survey_undo.made_by'],
      sql: `select s.name as source, i.file_name, u.made_at, u.finished_at
              from survey_undo u join survey_import i on i.undo_id = u.id join survey_source s on s.id = i.source_id
             where u.made_by = $1 order by u.id, i.id`,
      columns: { source: msg('Source'), file_name: msg('File'), made_at: msg('Begun'), finished_at: msg('Ended') },
    },
  ],
  keeps: [
    {
      // Erased words leave an empty text behind: that somebody commented is counted, and a file loaded again brings
      // nothing back (imports/landing.queries.ts).
      kind: 'feedback.comments',
      period: { unit: 'months', standard: 24, least: 3, most: 60 },
      time: 'product',
      what: msg('The words of customers’ comments'),
      stays: msg('The marks they gave, that they commented, and every score.'),
      first: STAND_STILL,
      old: `select id from survey_response where answered_at < $1 and length(comment) > 0 order by answered_at`,
      goes: `wordless as (update survey_response_history h set old = jsonb_set(h.old, '{comment}', '""') from old
              where h.response_id = old.id and h.old ->> 'comment' <> ''),
              gone as (update survey_response r set comment = '' from old where r.id = old.id returning 1)`,
    },
    {
      kind: 'feedback.corrected',
      period: { unit: 'months', standard: 12, least: 3, most: 60 },
      time: 'product',
      what: msg('What an answer said before it was corrected'),
      // Which import had said it stays, so that the undo of an import knows what it added and what it corrected.
      stays: msg('The corrected answer, when it was corrected and by which import.'),
      first: STAND_STILL,
      old: `select id from survey_response_history where replaced_at < $1 and old ? 'answered_at' order by replaced_at`,
      goes: `gone as (update survey_response_history h set old = jsonb_build_object('import_id', h.old -> 'import_id')
              from old where h.id = old.id returning 1)`,
    },
    {
      kind: 'feedback.importers',
      period: { unit: 'months', standard: 36, least: 12, most: 84 },
      time: 'product',
      what: msg('Who loaded a file of answers, and its name'),
      stays: msg('The answers, and when they came from which source.'),
      old: `select id from survey_import
             where finished_at < $1 and (started_by is not null or file_name <> '–') order by id`,
      goes: `gone as (update survey_import i set started_by = null, file_name = '–' from old where i.id = old.id returning 1)`,
    },
    {
      kind: 'feedback.undoers',
      period: { unit: 'months', standard: 36, least: 12, most: 84 },
      time: 'product',
      what: msg('Who took an import of answers back'),
      stays: msg('When it was taken back, and how many answers.'),
      old: `select id from survey_undo where finished_at < $1 and made_by is not null order by id`,
      goes: `gone as (update survey_undo u set made_by = null from old where u.id = old.id returning 1)`,
    },
  ],
  brief: [{ what: msg('Replies to other software that sent answers'), kept: msg('7 days') }],
  changes: {
    'feedback.saveMapping': msg('Said which column of a survey file is what'),
    'feedback.saveTheme': msg('Changed the rules of a theme'),
    'feedback.publishThemes': msg('Published the themes of comments'),
    'feedback.undoImport': msg('Took an import of answers back'),
  },
  looks: {
    'feedback.downloadComments': msg('Took away customers’ comments as a file'),
    'feedback.readRejects': msg('Read the rejected rows of a file of answers'),
    'feedback.downloadUndone': msg('Took away the answers of an import that was taken back as a file'),
    'feedback.downloadResponses': msg('Took away single answers of customers as a file'),
  },
  subjects: {
    theme: msg('Theme of comments'),
    themeEdition: msg('Edition of the themes'),
    surveySource: msg('Survey source'),
    surveyImport: msg('Import of answers'),
  },
};
