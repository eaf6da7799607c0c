import { msg } from '../../platform/language/t.js';
import type { PrivacyOfModule } from '../../platform/privacy/privacy-of-module.js';

/** What the pages of people hold about people, and what is written down about those who use them. */
export const PERSON_PRIVACY: PrivacyOfModule = {
  holds: [
    {
      kind: 'network.personChanges',
      title: msg('What an administrator changed about you, or you about others'),
      purpose: msg('So that a slip can be taken back, and it’s known who changed what.'),
      covers: ['person_change.person_id', 'person_change.made_by', 'person_change.undone_by'],
      sql: `select case when person_id = $1 then 'mine' else 'others' end as whose, kind, made_at,
                   case when person_id = $1 then before::text end as before,
                   case when person_id = $1 then after::text end as after, undone_at
              from person_change where person_id = $1 or made_by = $1 or undone_by = $1 order by id`,
      columns: {
        made_at: msg('When'),
        whose: msg('About whom'),
        kind: msg('What'),
        before: msg('Before'),
        after: msg('After'),
        undone_at: msg('Taken back'),
      },
      words: {
        whose: { mine: msg('About you'), others: msg('About somebody else') },
        kind: {
          postings: msg('Posts'),
          leaves: msg('Long leave'),
          extraTime: msg('Extra time in quizzes'),
          details: msg('Name and e-mail address'),
        },
      },
    },
  ],
  erases: [
    {
      kind: 'network.personChanges',
      what: msg('What an administrator changed about them by hand'),
      sql: [
        'delete from person_change where person_id = any ($1)',
        `delete from name_word where $1::int[] is not null
            and word not in (select distinct part from person cross join string_to_table(search_name, ' ') part)`,
      ],
    },
  ],
  changes: {
    'network.changePerson': msg('Changed somebody’s posts, long leave, extra time, name or e-mail address'),
    'network.undoPersonChange': msg('Took back a change about somebody'),
  },
  looks: { 'network.exportPeople': msg('Downloaded a list of people') },
  subjects: { people: msg('List of people') },
};
