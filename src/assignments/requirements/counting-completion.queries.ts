/**
 * SQL that is true when a person has a completion of a course that still counts at a moment. The arguments are SQL
 * expressions. A course without a validity counts for good.
 */
export function hasCompletion(personId: string, courseId: string, now: string): string {
  return `exists (select from completion c join course_version v on v.id = c.course_version_id
    where c.person_id = ${personId} and c.course_id = ${courseId} and c.completed_at <= ${now}
      and (v.validity_months is null or c.completed_at + make_interval(months => v.validity_months) > ${now}))`;
}

/** SQL that is true for a requirement `r` that was finished by a moment; rows that lie ahead of it do not count. */
export function isFinished(now: string): string {
  return `exists (select from completion oc where oc.id = r.completion_id and oc.completed_at <= ${now})`;
}

/** SQL that is true for a requirement `r` that somebody still has to finish at a moment. */
export function isOpen(now: string): string {
  return `((r.closed_at is null or r.closed_at > ${now}) and not ${isFinished(now)})`;
}

/** SQL that is true for a requirement `r` which is over for good: the next time of asking begins a new period. */
export function isSpent(now: string): string {
  return `(r.closed_how in ('waived', 'markedComplete') or ${isFinished(now)})`;
}

/** SQL that is true for a reason `why` that held at a moment. */
export function isLive(now: string): string {
  return `(why.ended_at is null or why.ended_at > ${now})`;
}

/** SQL that is true for somebody on long leave on a day. */
export function isAway(personId: string, day: string): string {
  return `exists (select from leave l where l.person_id = ${personId} and l.valid @> ${day}::date)`;
}
