export const attemptPath = (attemptId: string) => `/attempts/${attemptId}`;
export const questionPath = (attemptId: string, number: number) => `${attemptPath(attemptId)}/questions/${number}`;
export const handInPath = (attemptId: string) => `${attemptPath(attemptId)}/hand-in`;
export const submissionPath = (attemptId: string) => `${attemptPath(attemptId)}/submission`;
export const resultPath = (attemptId: string) => `${attemptPath(attemptId)}/result`;
export const retakesPath = (attemptId: string) => `${attemptPath(attemptId)}/retakes`;
