/** One person's enrolment in one version of a course. */
export interface Enrolled {
  versionId: number;
  startedAt: Date;
  finished: boolean;
  /** Every version published since is for new starters only. */
  staysForGood: boolean;
}

/**
 * The version a person learns from. Somebody part-way stays on theirs; a starter, and somebody who takes a finished
 * course again, gets the published one, unless that one was meant for new starters only; once nothing is published, the
 * version last finished may still be read.
 * @param publishedId null when the course is retired
 * @returns null when there is nothing to learn from
 */
export function versionFor(publishedId: number | null, enrolments: readonly Enrolled[]): number | null {
  const newestFirst = [...enrolments].sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime());
  const partWay = newestFirst.find((enrolment) => !enrolment.finished);
  if (partWay) return partWay.versionId;
  const [newest] = newestFirst;
  return newest?.staysForGood ? newest.versionId : (publishedId ?? newest?.versionId ?? null);
}

/** What keeps somebody in the version they are in, for now. */
export interface InTheMiddle {
  /** Of a quiz: an attempt is open. */
  ofQuiz: boolean;
  /** Of a lesson: something was said or answered in it, and it is not read to its end. */
  ofLesson: boolean;
}

/**
 * Whether somebody goes on in a newer version now. Nobody is taken out of a conversation, a check or a quiz: who is in
 * the middle of one goes on once it is done. Worked example: version 3 takes people along; Sam has said two things to a
 * customer in lesson 2 of version 2, so he finishes that lesson first and finds lesson 3 of version 3 after it.
 * @param moveTo the newest version since theirs that takes people along; null when there is none
 */
export function movesOn(moveTo: number | null, middle: InTheMiddle): moveTo is number {
  return moveTo !== null && !middle.ofQuiz && !middle.ofLesson;
}
