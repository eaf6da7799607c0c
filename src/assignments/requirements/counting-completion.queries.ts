/**
 * SQL that is true when a person has a completion of a course that still counts at a moment. The arguments are SQL
 * expressions. A course without a validity counts for good.
 */
export function hasCompletion(personId: string, courseId: string, now: string): string {
  return `exists (select from completion c join course_version v on v.id = c.course_version_id
    where c.person_id = ${personId} and c.course_id = ${courseId} and c.completed_at <= ${now}
      and (v.validity_months is null or c.completed_at + make_interval(months => v.validity_months) > ${now}))`;
}

/** SQL that is true for a requirement `r` that is not finished at a moment; rows that lie ahead of it do not count. */
export function isOpen(now: string): string {
  return `not exists (select from completion oc where oc.id = r.completion_id and oc.completed_at <= ${now})`;
}
