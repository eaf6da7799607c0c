/** Where the pages of an attempt are. A rehearsal, which keeps nothing, has its own. */
export interface AttemptPaths {
  question: (number: number) => string;
  handIn: string;
  submission: string;
  retakes: string;
  result: string;
}

export const attemptPath = (attemptId: string) => `/attempts/${attemptId}`;
export const questionPath = (attemptId: string, number: number) => `${attemptPath(attemptId)}/questions/${number}`;
/** Where an attempt goes on: a fresh one at its first question, another wherever it was left. */
export const entryPath = ({ attemptId, fresh }: { attemptId: string; fresh: boolean }) =>
  fresh ? questionPath(attemptId, 1) : attemptPath(attemptId);
export const handInPath = (attemptId: string) => `${attemptPath(attemptId)}/hand-in`;
export const submissionPath = (attemptId: string) => `${attemptPath(attemptId)}/submission`;
export const resultPath = (attemptId: string) => `${attemptPath(attemptId)}/result`;
export const retakesPath = (attemptId: string) => `${attemptPath(attemptId)}/retakes`;

export const attemptPaths = (attemptId: string): AttemptPaths => ({
  question: (number) => questionPath(attemptId, number),
  handIn: handInPath(attemptId),
  submission: submissionPath(attemptId),
  retakes: retakesPath(attemptId),
  result: resultPath(attemptId),
});
