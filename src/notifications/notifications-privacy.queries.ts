import { msg } from '../platform/language/t.js';
import type { PersonalSheet } from '../platform/privacy/personal-sheet.js';
import type { PrivacyOfModule } from '../platform/privacy/privacy-of-module.js';
import { MessagesHeld } from './messages-held.queries.js';

const MAILS: PersonalSheet = {
  kind: 'notifications.mails',
  title: msg('E-mails that were made for you'),
  purpose: msg('So that no e-mail goes out twice, and that it’s known what arrived.'),
  covers: ['mail.person_id'],
  sql: `select digest_on, state, messages, handed_at from mail where person_id = $1 order by id`,
  columns: {
    digest_on: msg('For the day'),
    messages: msg('Messages in it'),
    state: msg('What became of it'),
    handed_at: msg('Handed over'),
  },
  words: {
    state: {
      waiting: msg('Waiting'),
      sending: msg('On its way'),
      sent: msg('Sent'),
      bounced: msg('Not delivered'),
      interrupted: msg('Interrupted'),
      dropped: msg('Called off'),
    },
  },
};

const CHOICE: PersonalSheet = {
  kind: 'notifications.choice',
  title: msg('Whether you want your messages by e-mail'),
  purpose: msg('So that we write to you only if you like.'),
  covers: ['message_preference.person_id'],
  sql: `select digest, changed_at from message_preference where person_id = $1`,
  columns: { digest: msg('By e-mail'), changed_at: msg('Chosen') },
};

const CAUSED: PersonalSheet = {
  kind: 'notifications.caused',
  title: msg('Messages that others got because of you'),
  purpose: msg('So that a reader knows who asked. Their words are the readers’ data and not here.'),
  covers: ['message.made_by', 'mail_stop.released_by'],
  sql: `select kind, count(*) as times, min(due_at) as first_at, max(due_at) as last_at
          from message where made_by = $1 group by kind
        union all
        select 'release', count(*), min(released_at), max(released_at) from mail_stop where released_by = $1 having count(*) > 0
         order by 1`,
  columns: { kind: msg('Kind'), times: msg('How many'), first_at: msg('First'), last_at: msg('Last') },
  words: { kind: { release: msg('You let the mail go on') } },
};

/** What notifications hold about people: messages, e-mails, and whether they want any. */
export const NOTIFICATIONS_PRIVACY: PrivacyOfModule = {
  holds: [MAILS, CHOICE, CAUSED],
  sources: [MessagesHeld],
  keeps: [
    {
      kind: 'notifications.messages',
      period: { unit: 'months', standard: 24, least: 6, most: 60 },
      time: 'product',
      what: msg('Messages, in the app and by e-mail, and what became of them'),
      stays: msg('What they were about: courses asked for, finished, settled.'),
      appendOnly: 'message_step',
      old: `select id from message where due_at < $1 order by due_at, id`,
      goes: `steps as (delete from message_step s using old where s.message_id = old.id),
              alone as (delete from mail l using old where l.alone_id = old.id),
              gone as (delete from message m using old where m.id = old.id returning 1)`,
    },
    {
      kind: 'notifications.mails',
      period: { unit: 'months', standard: 24, least: 6, most: 60 },
      time: 'real',
      what: msg('That an e-mail was made on a day, and whether the mail server took it'),
      stays: msg('The messages that were in it, for their own time.'),
      old: `select l.id from mail l where l.created_at < $1
             and not exists (select from message m where m.mail_id = l.id) order by l.created_at`,
      goes: `gone as (delete from mail l using old where l.id = old.id returning 1)`,
    },
  ],
  erases: [
    {
      kind: 'notifications.messages',
      what: msg('Their messages and e-mails, and whether they wanted any'),
      sql: [
        // Cover names two people, and each reads the other's name.
        ...['holder', 'deputy'].map(
          (key) => `update message m set facts = jsonb_set(m.facts, '{${key}}', '"Former colleague · Cyn-gydweithiwr"')
                      from cover c where m.subject_kind = 'cover' and m.subject_id = c.id
                       and c.${key === 'holder' ? 'for_person_id' : 'deputy_id'} = any ($1)`,
        ),
        {
          from: 'message_step',
          sql: `delete from message_step s using message m where m.id = s.message_id and m.person_id = any ($1)`,
        },
        `with alone as (delete from mail where person_id = any ($1) and alone_id is not null)
         delete from message where person_id = any ($1)`,
        `delete from mail where person_id = any ($1)`,
        `delete from message_preference where person_id = any ($1)`,
      ],
    },
  ],
  changes: { 'notifications.letMailGoOn': msg('Let the mail go on after it was stopped') },
  looks: { 'notifications.downloadLedger': msg('Took away who was told what as a file') },
  subjects: { mailStop: msg('Stop of the mail'), ledger: msg('Messages') },
};
