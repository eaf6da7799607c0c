import { msg } from '../language/t.js';
import type { PrivacyOfModule } from './privacy-of-module.js';

/** What the platform itself holds about people: its history, its audit log, and who sent a file. */
export const PLATFORM_PRIVACY: PrivacyOfModule = {
  holds: [
    {
      kind: 'platform.fileImports',
      title: msg('Files you imported'),
      purpose: msg('So that it’s known who changed the network or loaded answers, and from which file.'),
      covers: ['file_import.started_by'],
      sql: `select kind, file_name, state, received_at, finished_at from file_import where started_by = $1 order by id`,
      columns: {
        received_at: msg('When'),
        kind: msg('Kind of file'),
        file_name: msg('File'),
        state: msg('What became of it'),
        finished_at: msg('Ended'),
      },
      words: {
        kind: { network: msg('Units'), people: msg('People'), responses: msg('Answers of customers') },
        state: {
          received: msg('Received'),
          looking: msg('Being looked at'),
          looked: msg('Looked at'),
          taking: msg('Being taken over'),
          taken: msg('Taken over'),
          undoing: msg('Being taken back'),
          undone: msg('Taken back'),
          failed: msg('Not usable'),
          stopped: msg('Stopped'),
          dropped: msg('Thrown away'),
        },
      },
    },
    {
      kind: 'platform.events',
      title: msg('The product’s own history of what you did'),
      purpose: msg(
        'So that the parts of the product hear of each other’s changes. It holds numbers only, never words.',
      ),
      covers: ['event.actor_id'],
      sql: `select kind, count(*) as times, min(recorded_at) as first_at, max(recorded_at) as last_at
              from event where actor_id = $1 group by kind order by kind`,
      columns: {
        kind: msg('What, as the product calls it'),
        times: msg('Times'),
        first_at: msg('First'),
        last_at: msg('Last'),
      },
    },
  ],
  keeps: [
    {
      kind: 'platform.events',
      period: { unit: 'months', standard: 24, least: 3, most: 84 },
      time: 'real',
      what: msg('The product’s own history of what happened (numbers, no words)'),
      stays: msg('What the history tells of: courses, completions, assignments.'),
      appendOnly: 'event',
      old: `select e.id from event e where e.recorded_at < $1
             and not exists (select from job j where j.event_id = e.id) order by e.recorded_at`,
      goes: `gone as (delete from event e using old where e.id = old.id returning 1)`,
    },
    {
      kind: 'platform.audit',
      period: { unit: 'months', standard: 72, least: 12, most: 120 },
      time: 'real',
      what: msg('Entries of the audit log'),
      stays: msg('Nothing of an entry. What it was about stays.'),
      appendOnly: 'audit_entry',
      old: `select id from audit_entry where recorded_at < $1 order by recorded_at, id`,
      goes: `gone as (delete from audit_entry a using old where a.id = old.id returning 1)`,
    },
    {
      kind: 'platform.importers',
      period: { unit: 'months', standard: 36, least: 12, most: 84 },
      time: 'product',
      what: msg('Who sent a file of units or people, and its name'),
      stays: msg('That a file was taken over, when, and what it changed.'),
      old: `select id from file_import
             where finished_at < $1 and (started_by is not null or file_name <> '–') order by id`,
      goes: `gone as (update file_import f set started_by = null, file_name = '–' from old where f.id = old.id returning 1)`,
    },
  ],
  brief: [
    { what: msg('Uploaded files'), kept: msg('Until their import ends, one day at the longest') },
    { what: msg('Lists of rejected rows'), kept: msg('90 days') },
    { what: msg('Background jobs that are over'), kept: msg('30 days') },
  ],
  looks: { 'files.readRejects': msg('Read the rejected rows of a file') },
  changes: {
    'job.retried': msg('Let a failed job run again'),
    'job.givenUp': msg('Gave up a job'),
    'job.cancelled': msg('Asked a job to stop'),
  },
  subjects: {
    person: msg('Person'),
    unit: msg('Unit'),
    job: msg('Job'),
    file: msg('File'),
    fileImport: msg('Import'),
  },
};
