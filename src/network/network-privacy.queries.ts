import { msg } from '../platform/language/t.js';
import type { PersonalSheet } from '../platform/privacy/personal-sheet.js';
import type { PrivacyOfModule } from '../platform/privacy/privacy-of-module.js';
import { NOTE_LEFT } from './left-references.queries.js';
import { ROLE_WORDS } from './role-words.js';

/** The name of the place of a row with the three ids, as SQL. */
const PLACE = `coalesce((select name from unit where id = unit_id), (select name from area where id = area_id),
  (select name from region where id = region_id))`;

const PERSON: PersonalSheet = {
  kind: 'network.person',
  title: msg('Who you are'),
  purpose: msg('So that you can sign in, and that what you finish counts as yours.'),
  covers: ['person.id'],
  sql: 'select reference, name, email, language, extra_time_percent from person where id = $1',
  columns: {
    reference: msg('Personnel reference'),
    name: msg('Name'),
    email: msg('E-mail address'),
    language: msg('Language'),
    extra_time_percent: msg('Extra time in quizzes, in per cent (the reason is never stored)'),
  },
  words: { language: { en: msg('English'), cy: msg('Welsh') } },
};

const POSTINGS: PersonalSheet = {
  kind: 'network.postings',
  title: msg('Where you work and have worked'),
  purpose: msg('It decides what you see, who looks after you, and where what you finish is counted.'),
  covers: ['posting.person_id'],
  sql: `select ${PLACE} as place, role, main, lower(valid) as since, upper(valid) - 1 as until
          from posting where person_id = $1 order by lower(valid), id`,
  columns: {
    place: msg('Place'),
    role: msg('Role'),
    main: msg('Main post'),
    since: msg('From'),
    until: msg('To'),
  },
  words: { role: ROLE_WORDS },
};

const LEAVE: PersonalSheet = {
  kind: 'network.leave',
  title: msg('Long leave'),
  purpose: msg('So that dates wait for you. The reason is never stored.'),
  covers: ['leave.person_id'],
  sql: `select lower(valid) as since, upper(valid) - 1 as until from leave where person_id = $1 order by lower(valid)`,
  columns: { since: msg('From'), until: msg('To') },
};

const ROLES: PersonalSheet = {
  kind: 'network.roles',
  title: msg('Roles for the whole network'),
  purpose: msg('What the company’s sign-in says you may do beside your posts.'),
  covers: ['role_grant.person_id'],
  sql: `select role, source, lower(valid) as since, upper(valid) - 1 as until
          from role_grant where person_id = $1 order by lower(valid), id`,
  columns: { role: msg('Role'), source: msg('Who says so'), since: msg('From'), until: msg('To') },
  words: { role: ROLE_WORDS },
};

const COVER: PersonalSheet = {
  kind: 'network.cover',
  title: msg('Cover, given and taken'),
  purpose: msg('So that somebody can act while a manager is away, and that what they do says so.'),
  covers: ['cover.for_person_id', 'cover.deputy_id', 'cover_step.made_by'],
  sql: `select case when c.for_person_id = $1 then 'given' when c.deputy_id = $1 then 'taken' else 'arranged' end as how,
               role, ${PLACE} as place, starts_on, coalesce(ended_on - 1, last_on) as last_on
          from cover c
         where c.for_person_id = $1 or c.deputy_id = $1
            or c.id in (select cover_id from cover_step where made_by = $1)
         order by starts_on, id`,
  columns: {
    how: msg('How'),
    role: msg('Role'),
    place: msg('Place'),
    starts_on: msg('From'),
    last_on: msg('To'),
  },
  words: {
    role: ROLE_WORDS,
    how: {
      given: msg('Somebody acts for you'),
      taken: msg('You act for somebody'),
      arranged: msg('You arranged it for others'),
    },
  },
};

const CHANGES: PersonalSheet = {
  kind: 'network.changes',
  title: msg('Imports of units and people that you took over'),
  purpose: msg('So that it’s known who changed the network, and that a change can be taken back.'),
  covers: ['network_change.made_by'],
  sql: `select kind, undoes is not null as undone, made_at from network_change where made_by = $1 order by id`,
  columns: { made_at: msg('When'), kind: msg('Kind of file'), undone: msg('Took an import back') },
  words: { kind: { network: msg('Units'), people: msg('People') } },
};

/** What the network holds about people: who they are, where they work, who covers for whom. */
export const NETWORK_PRIVACY: PrivacyOfModule = {
  holds: [PERSON, POSTINGS, LEAVE, ROLES, COVER, CHANGES],
  keeps: [
    {
      kind: 'network.leftReferences',
      period: { unit: 'months', standard: 84, least: 24, most: 120 },
      time: 'product',
      what: msg('A digest of a leaver’s personnel reference, so that no old file brings them back'),
      stays: msg('Nothing.'),
      old: `select digest from left_reference where left_on < $1`,
      goes: `gone as (delete from left_reference l using old where l.digest = old.digest returning 1)`,
    },
  ],
  erases: [
    {
      kind: 'network.person',
      what: msg('Name, personnel reference, e-mail address, language and extra time'),
      sql: [
        NOTE_LEFT,
        `update person set reference = 'former-' || id, name = 'Former colleague · Cyn-gydweithiwr', email = null,
                language = 'en', extra_time_percent = 0, anonymised_at = coalesce(anonymised_at, now())
          where id = any ($1)`,
      ],
    },
    {
      kind: 'network.undo',
      what: msg('What an import could be taken back to: old names and addresses'),
      sql: [`delete from network_change_row where target = 'person' and row_id = any ($1)`],
    },
  ],
  changes: {
    'network.import': msg('Took over a file of units'),
    'people.import': msg('Took over a file of people'),
    'network.undoImport': msg('Undid an import of units'),
    'people.undoImport': msg('Undid an import of people'),
    'network.giveCover': msg('Named somebody to cover for a manager'),
    'network.changeCover': msg('Gave a cover another last day'),
    'network.endCover': msg('Ended a cover'),
    'network.roleGrantsChanged': msg('Was given other roles by the company’s sign-in'),
  },
  looks: { 'people.export': msg('Took away a file of everybody and where they work') },
};
