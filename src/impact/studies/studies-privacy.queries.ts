import { msg } from '../../platform/language/t.js';
import type { PrivacyOfModule } from '../../platform/privacy/privacy-of-module.js';

/** Studies hold figures of groups of units. What is kept about people is who asked. */
export const STUDIES_PRIVACY: PrivacyOfModule = {
  holds: [
    {
      kind: 'impact.studies',
      title: msg('Studies that you registered'),
      purpose: msg('So that it’s known who asked before anybody had looked.'),
      covers: ['study.registered_by'],
      sql: 'select title, registered_at from study where registered_by = $1 order by id',
      columns: { title: msg('Question'), registered_at: msg('Registered') },
    },
    {
      kind: 'impact.studyRuns',
      title: msg('Studies that you had worked out'),
      purpose: msg('So that it’s known who asked for a result.'),
      covers: ['study_run.asked_by'],
      sql: `select s.title, r.asked_at from study_run r join study s on s.id = r.study_id
             where r.asked_by = $1 order by r.id`,
      columns: { title: msg('Question'), asked_at: msg('Asked') },
    },
  ],
  keeps: [
    {
      kind: 'impact.askers',
      period: { unit: 'months', standard: 84, least: 12, most: 120 },
      time: 'product',
      what: msg('Who registered a study'),
      stays: msg('The study as it was registered, when, and everything it found.'),
      old: `select id from study where registered_at < $1 and registered_by is not null order by id`,
      goes: `gone as (update study s set registered_by = null from old where s.id = old.id returning 1)`,
    },
    {
      kind: 'impact.runners',
      period: { unit: 'months', standard: 36, least: 12, most: 84 },
      time: 'product',
      what: msg('Who had a study worked out'),
      stays: msg('The result, and when it was worked out.'),
      old: `select id from study_run where asked_at < $1 and asked_by is not null and ended_at is not null order by id`,
      goes: `gone as (update study_run r set asked_by = null from old where r.id = old.id returning 1)`,
    },
  ],
  changes: { 'impact.registerStudy': msg('Registered a study') },
  subjects: { study: msg('Study') },
};
