/** One person's enrolment in one version of a course. */
export interface Enrolled {
  versionId: number;
  startedAt: Date;
  finished: boolean;
}

/**
 * The version a person learns from. Somebody part-way stays on theirs; a starter, and somebody who takes a finished
 * course again, gets the published one; once nothing is published, the version last finished may still be read.
 * @param publishedId null when the course is retired
 * @returns null when there is nothing to learn from
 */
export function versionFor(publishedId: number | null, enrolments: readonly Enrolled[]): number | null {
  const newestFirst = [...enrolments].sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime());
  const partWay = newestFirst.find((enrolment) => !enrolment.finished);
  return partWay?.versionId ?? publishedId ?? newestFirst[0]?.versionId ?? null;
}
