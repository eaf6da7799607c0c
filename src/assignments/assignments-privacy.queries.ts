import { msg } from '../platform/language/t.js';
import type { PrivacyOfModule } from '../platform/privacy/privacy-of-module.js';
import { SHEETS } from './assignments-sheets.queries.js';

/** A leaver as others' messages name them: who asked, who nudged, who decided, who wanted more time. */
const UNNAMED = `'"Former colleague · Cyn-gydweithiwr"'::jsonb`;
const unname = (keys: readonly string[]) =>
  keys.reduce(
    (facts, key) => `case when m.facts ? '${key}' then jsonb_set(${facts}, '{${key}}', ${UNNAMED}) else ${facts} end`,
    'm.facts',
  );

/** What assignments hold about people: what they were asked, what they asked of others, and what became of it. */
export const ASSIGNMENTS_PRIVACY: PrivacyOfModule = {
  holds: SHEETS,
  keeps: [
    {
      kind: 'assignments.words',
      period: { unit: 'months', standard: 24, least: 6, most: 60 },
      time: 'product',
      what: msg('What colleagues wrote when they asked for more time'),
      stays: msg('That they asked, when, and until which day.'),
      appendOnly: 'time_request',
      old: `select id from time_request where asked_at < $1 and words is not null order by id`,
      goes: `gone as (update time_request q set words = null from old where q.id = old.id returning 1)`,
    },
    {
      kind: 'assignments.decisions',
      period: { unit: 'months', standard: 24, least: 6, most: 60 },
      time: 'product',
      what: msg('Why a manager let somebody off, or took a course as done'),
      stays: msg('That they decided, when, and which of the two.'),
      appendOnly: 'requirement_decision',
      old: `select requirement_id from requirement_decision where made_at < $1 and reason <> '–'
             order by requirement_id`,
      goes: `gone as (update requirement_decision d set reason = '–' from old
              where d.requirement_id = old.requirement_id returning 1)`,
    },
  ],
  erases: [
    {
      kind: 'assignments.words',
      what: msg('What they wrote when they asked for more time, and what managers wrote about them'),
      sql: [
        {
          from: 'time_request',
          sql: `update time_request q set words = null from requirement r
                 where r.id = q.requirement_id and r.person_id = any ($1) and q.words is not null`,
        },
        {
          from: 'requirement_decision',
          sql: `update requirement_decision d set reason = '–' from requirement r
                 where r.id = d.requirement_id and r.person_id = any ($1) and d.reason <> '–'`,
        },
      ],
    },
    {
      kind: 'assignments.namesInMessages',
      what: msg('Their name in messages to others'),
      sql: [
        `update message m set facts = ${unname(['nudgedBy', 'decidedBy', 'name'])}
          where m.made_by = any ($1) and m.facts ?| array['nudgedBy', 'decidedBy', 'name']`,
        `update message m set facts = m.facts || '{"reference": "", "words": null}'
          where m.made_by = any ($1) and m.kind = 'assignments.moreTime'`,
        `update message m set facts = ${unname(['by'])} from assignment a
          where a.made_by = any ($1) and m.subject_kind = 'assignment' and m.subject_id = a.id and m.facts ? 'by'`,
        `update message m set facts = ${unname(['byFor'])} from assignment a join cover c on c.id = a.cover_id
          where c.for_person_id = any ($1) and m.subject_kind = 'assignment' and m.subject_id = a.id
            and m.facts ->> 'byFor' is not null`,
        ...['nudgedFor', 'decidedFor'].map(
          (key) => `update message m set facts = ${unname([key])} from cover c
                     where c.for_person_id = any ($1) and m.made_by = c.deputy_id and m.facts ->> '${key}' is not null`,
        ),
      ],
    },
  ],
  changes: {
    'assignments.assign': msg('Asked people to take a course'),
    'assignments.extend': msg('Gave more time'),
    'assignments.nudge': msg('Nudged people'),
    'assignments.undo': msg('Undid what was asked'),
    'assignments.withdraw': msg('Withdrew what was asked'),
    'assignments.waived': msg('Let somebody off'),
    'assignments.markedComplete': msg('Took a course as done for somebody'),
  },
  looks: {
    'assignments.lookedAtPerson': msg('Looked at how far somebody is with a course'),
    'assignments.lookedAtPeople': msg('Looked at who has finished which course'),
    'assignments.downloadPeople': msg('Took away who has finished which course as a file'),
  },
  subjects: { assignment: msg('Assigned course'), people: msg('People in reach') },
};
