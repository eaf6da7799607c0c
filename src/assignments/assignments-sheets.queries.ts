import { msg } from '../platform/language/t.js';
import type { PersonalSheet } from '../platform/privacy/personal-sheet.js';

/** The newest published title of a course, as SQL over its id. */
const title = (courseId: string) => `(select v.title from course_version v
  where v.course_id = ${courseId} and v.published_at is not null order by v.number desc limit 1)`;

const REQUIREMENTS: PersonalSheet = {
  kind: 'assignments.requirements',
  title: msg('Courses you were asked to take'),
  purpose: msg('So that you and those who lead you know what is to be finished and by when.'),
  covers: [
    'requirement.person_id',
    'requirement_reason.requirement_id',
    'requirement_decision.requirement_id',
    'assignment_person.person_id',
    'assignment_extension_person.person_id',
    'assignment_nudge_person.person_id',
  ],
  sql: `select ${title('r.course_id')} as course, r.due_on,
               (select string_agg(a.reason, '; ' order by a.id) from requirement_reason why
                  join assignment a on a.id = why.assignment_id where why.requirement_id = r.id) as reasons,
               done.completed_at, r.closed_how, r.closed_at, d.reason as decision,
               exists (select from assignment_person p join requirement_reason why on why.assignment_id = p.assignment_id
                        where p.person_id = $1 and why.requirement_id = r.id) as by_name,
               (select count(*) from assignment_extension_person x join assignment_extension e on e.id = x.extension_id
                  join requirement_reason why on why.assignment_id = e.assignment_id
                 where x.person_id = $1 and why.requirement_id = r.id) as extended,
               (select count(*) from assignment_nudge_person x join assignment_nudge n on n.id = x.nudge_id
                  join requirement_reason why on why.assignment_id = n.assignment_id
                 where x.person_id = $1 and why.requirement_id = r.id) as nudged
          from requirement r
          left join completion done on done.id = r.completion_id
          left join requirement_decision d on d.requirement_id = r.id
         where r.person_id = $1 order by r.due_on, r.id`,
  columns: {
    course: msg('Course'),
    due_on: msg('Due'),
    reasons: msg('Why you were asked'),
    by_name: msg('Asked by name'),
    completed_at: msg('Finished'),
    closed_how: msg('Closed without finishing'),
    closed_at: msg('Closed'),
    decision: msg('What your manager wrote about it'),
    extended: msg('Times you were given longer'),
    nudged: msg('Times you were nudged'),
  },
  words: {
    closed_how: {
      ended: msg('Nobody asks any more'),
      waived: msg('Let off'),
      markedComplete: msg('Marked complete'),
    },
  },
};

const TIME_REQUESTS: PersonalSheet = {
  kind: 'assignments.timeRequests',
  title: msg('When you asked for more time'),
  purpose: msg('So that whoever asked you can answer.'),
  covers: ['time_request.requirement_id'],
  sql: `select ${title('r.course_id')} as course, q.wanted_on, q.words, q.asked_at
          from time_request q join requirement r on r.id = q.requirement_id where r.person_id = $1 order by q.id`,
  columns: { course: msg('Course'), wanted_on: msg('Until'), words: msg('Your words'), asked_at: msg('Asked') },
};

const ASKED: PersonalSheet = {
  kind: 'assignments.asked',
  title: msg('What you asked of others'),
  purpose: msg('So that whoever is asked knows by whom and why. The people you asked are not named here.'),
  covers: [
    'assignment.made_by',
    'assignment_end.ended_by',
    'assignment_extension.made_by',
    'assignment_nudge.made_by',
    'requirement_decision.made_by',
  ],
  sql: `select ${title('each.course_id')} as course, each.what, each.at, each.day, each.reason from (
          select course_id, 'asked' as what, made_at as at, due_on as day, reason from assignment where made_by = $1
          union all
          select a.course_id, e.kind, e.ended_at, null, e.reason
            from assignment_end e join assignment a on a.id = e.assignment_id where e.ended_by = $1
          union all
          select a.course_id, 'extended', x.made_at, x.due_on, null
            from assignment_extension x join assignment a on a.id = x.assignment_id where x.made_by = $1
          union all
          select a.course_id, 'nudged', n.made_at, null, null
            from assignment_nudge n join assignment a on a.id = n.assignment_id where n.made_by = $1
          union all
          select r.course_id, d.kind, d.made_at, null, null
            from requirement_decision d join requirement r on r.id = d.requirement_id where d.made_by = $1) each
         order by each.at`,
  columns: {
    course: msg('Course'),
    what: msg('What'),
    at: msg('When'),
    day: msg('Due'),
    reason: msg('Your reason'),
  },
  words: {
    what: {
      asked: msg('Asked'),
      undone: msg('Undone'),
      withdrawn: msg('Withdrawn'),
      extended: msg('Gave more time'),
      nudged: msg('Nudged'),
      waived: msg('Let somebody off'),
      markedComplete: msg('Took it as done for somebody'),
    },
  },
};

/** What assignments hold about a person, as sheets of the copy that they are handed. */
export const SHEETS: readonly PersonalSheet[] = [REQUIREMENTS, TIME_REQUESTS, ASKED];
