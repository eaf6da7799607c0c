/** What this module itself holds about people, and the words of its actions. */
import { msg } from '../platform/language/t.js';
import type { PersonalSheet } from '../platform/privacy/personal-sheet.js';
import type { PrivacyOfModule } from '../platform/privacy/privacy-of-module.js';
import { EntriesHeld } from './audit/entries-held.queries.js';

const COPIES: PersonalSheet = {
  kind: 'privacy.copies',
  title: msg('Copies of your data'),
  purpose: msg('So that it’s known who had a copy of what is held about you.'),
  covers: ['subject_export.person_id', 'subject_export.asked_by'],
  sql: `select case when person_id <> $1 then 'forOthers' when asked_by = $1 then 'own' else 'byOthers' end as whose,
               asked_at, reason, deleted_at
          from subject_export where person_id = $1 or asked_by = $1 order by id`,
  columns: {
    whose: msg('Whose'),
    asked_at: msg('Asked'),
    reason: msg('Why'),
    deleted_at: msg('Deleted'),
  },
  words: {
    whose: {
      own: msg('Yours, asked for by you'),
      byOthers: msg('Yours, asked for by an administrator'),
      forOthers: msg('Somebody else’s, asked for by you'),
    },
  },
};

const HOLDS: PersonalSheet = {
  kind: 'privacy.holds',
  title: msg('Holds: data that must not go yet'),
  purpose: msg('So that nothing is deleted that the law still needs.'),
  covers: ['person_hold.person_id', 'person_hold.made_by', 'person_hold.ended_by'],
  sql: `select case when person_id = $1 then 'own' else 'forOthers' end as whose, made_at,
               case when person_id = $1 then reason end as reason, ended_at
          from person_hold where person_id = $1 or made_by = $1 or ended_by = $1 order by id`,
  columns: { whose: msg('Whose'), made_at: msg('Since'), reason: msg('Why'), ended_at: msg('Ended') },
  words: { whose: { own: msg('Yours'), forOthers: msg('Somebody else’s, made or ended by you') } },
};

export const OWN_PRIVACY: PrivacyOfModule = {
  holds: [COPIES, HOLDS],
  sources: [EntriesHeld],
  changes: {
    'privacy.copyAsked': msg('Asked for a copy of what is held about somebody'),
    'privacy.periodChanged': msg('Changed how long something is kept'),
    'privacy.holdMade': msg('Put somebody on hold'),
    'privacy.holdEnded': msg('Ended a hold'),
    'privacy.madeAnonymous': msg('Made leavers anonymous'),
  },
  looks: {
    'privacy.copyTaken': msg('Took away a copy of what is held about somebody'),
    'privacy.leaversTaken': msg('Took away the list of leavers as a file'),
    'privacy.auditTaken': msg('Took away the audit log as a file'),
  },
  subjects: {
    retentionRule: msg('How long something is kept'),
    auditLog: msg('Audit log'),
    people: msg('People'),
  },
};
