/**
 * SQL about what people in post have to finish. Parameters of all: $1 ids of units led, $2 now, $3 today, $4 the id of an
 * assignment or null for any.
 */

/** Of `r` and the id of its completion: finished by its person, or marked complete by a manager. */
export function finished(completionId = 'done.id'): string {
  return `(${completionId} is not null or (r.closed_how is not distinct from 'markedComplete' and r.closed_at <= $2))`;
}

export function overdue(completionId = 'done.id'): string {
  return `(not ${finished(completionId)} and r.due_on < $3::date)`;
}

/** Requirements `r` that somebody still asks for, without those let off; who stands where (`post`), and what is `done`. */
export const REQUIRED = `
  (select r.* from requirement r
    where (r.closed_how is distinct from 'waived' or r.closed_at > $2)
      and r.id in (
        select why.requirement_id from requirement_reason why join assignment a on a.id = why.assignment_id
         where a.made_at <= $2 and ($4::int is null or a.id = $4) and (why.ended_at is null or why.ended_at > $2))) r
  join in_post($3::date) post on post.person_id = r.person_id and post.unit_id = any ($1)
  left join completion done on done.id = r.completion_id and done.completed_at <= $2`;
