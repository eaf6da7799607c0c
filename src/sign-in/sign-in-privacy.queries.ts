import { msg } from '../platform/language/t.js';
import type { PersonalSheet } from '../platform/privacy/personal-sheet.js';
import type { PrivacyOfModule } from '../platform/privacy/privacy-of-module.js';

const PASSWORD: PersonalSheet = {
  kind: 'signIn.password',
  title: msg('Your password'),
  purpose: msg('So that only you get in. It’s kept in a form that nobody can read back, so it isn’t in this copy.'),
  covers: ['credential.person_id'],
  sql: 'select changed_at from credential where person_id = $1',
  columns: { changed_at: msg('Chosen') },
};

const SESSIONS: PersonalSheet = {
  kind: 'signIn.sessions',
  title: msg('Where you are signed in'),
  purpose: msg('So that you stay signed in, and can see and end it from elsewhere.'),
  covers: ['session.person_id'],
  sql: `select signed_in_at, how, device, place, expire from session where person_id = $1 order by signed_in_at`,
  columns: {
    signed_in_at: msg('Signed in'),
    how: msg('How'),
    device: msg('Device'),
    place: msg('Address'),
    expire: msg('Ends'),
  },
};

const HELD_POSTS: PersonalSheet = {
  kind: 'signIn.heldPosts',
  title: msg('What you sent after your session had ended'),
  purpose: msg('So that nothing you wrote is lost: it’s given back to you when you sign in again.'),
  covers: ['held_post.person_id'],
  sql: 'select held_at, path, fields from held_post where person_id = $1 order by held_at',
  columns: { held_at: msg('When'), path: msg('Page'), fields: msg('What you wrote') },
};

const LINKS: PersonalSheet = {
  kind: 'signIn.links',
  title: msg('Links and codes to choose a password'),
  purpose: msg('So that you can choose a password when you have none or forgot it.'),
  covers: ['sign_in_link.person_id', 'first_code.person_id', 'code_sheet.made_by'],
  sql: `select * from (
          select 'link' as kind, made_at, used_at from sign_in_link where person_id = $1
          union all
          select 'code', s.made_at, f.used_at from first_code f join code_sheet s on s.id = f.sheet_id where f.person_id = $1
          union all
          select 'sheet', made_at, null from code_sheet where made_by = $1) each order by made_at`,
  columns: { kind: msg('Kind'), made_at: msg('Made'), used_at: msg('Used') },
  words: {
    kind: { link: msg('Link by e-mail'), code: msg('Code on paper'), sheet: msg('Sheet of codes that you printed') },
  },
};

const SERVICE_ACCOUNTS: PersonalSheet = {
  kind: 'signIn.serviceAccounts',
  title: msg('Service accounts that you made or revoked'),
  purpose: msg('So that it’s known who let other software in.'),
  covers: ['service_account.made_by', 'service_account.revoked_by'],
  sql: `select name, made_by = $1 as made, made_at, revoked_by = $1 as revoked, revoked_at
          from service_account where made_by = $1 or revoked_by = $1 order by id`,
  columns: {
    name: msg('Name'),
    made: msg('Made by you'),
    made_at: msg('Made'),
    revoked: msg('Revoked by you'),
    revoked_at: msg('Revoked'),
  },
};

/** What sign-in holds about people: how they get in, and where they are signed in. */
export const SIGN_IN_PRIVACY: PrivacyOfModule = {
  holds: [PASSWORD, SESSIONS, HELD_POSTS, LINKS, SERVICE_ACCOUNTS],
  keeps: [
    {
      kind: 'signIn.codes',
      period: { unit: 'months', standard: 6, least: 1, most: 24 },
      time: 'real',
      what: msg('First codes that were printed on paper, when they no longer let anybody in'),
      stays: msg('That a sheet was printed, when, and by whom.'),
      old: `select id from first_code where expires_at < $1 order by id`,
      goes: `gone as (delete from first_code f using old where f.id = old.id returning 1)`,
    },
  ],
  brief: [
    {
      what: msg('Sign-ins that failed, under a name that can’t be read back, with the address'),
      kept: msg('Two hours'),
    },
    { what: msg('What somebody sent after their session had ended'), kept: msg('One day') },
    { what: msg('Links by e-mail to choose a password'), kept: msg('One day') },
    { what: msg('Sessions'), kept: msg('12 hours after the last visit') },
  ],
  erases: [
    {
      kind: 'signIn.all',
      what: msg('Password, sessions, links and codes, and what was kept of unfinished forms'),
      sql: [
        'delete from credential where person_id = any ($1)',
        'delete from session where person_id = any ($1)',
        'delete from held_post where person_id = any ($1)',
        'delete from sign_in_link where person_id = any ($1)',
        'delete from first_code where person_id = any ($1)',
      ],
    },
  ],
  changes: {
    'signIn.setPassword': msg('Set a password from the command line'),
    'signIn.chosePassword': msg('Chose a new password'),
    'signIn.changedPassword': msg('Changed their password'),
    'signIn.endedSessions': msg('Signed out elsewhere'),
    'signIn.endedByProvider': msg('Was signed out by the company’s sign-in'),
    'signIn.madeFirstCodes': msg('Printed codes to choose a password'),
    'signIn.usedFirstCode': msg('Chose a password with a code on paper'),
    'signIn.serviceAccountMade': msg('Made a service account'),
    'signIn.serviceAccountToken': msg('Replaced the token of a service account'),
    'signIn.serviceAccountRevoked': msg('Revoked a service account'),
  },
  subjects: { serviceAccount: msg('Service account') },
};
