export const impactPath = '/impact';
/** Completion set against scores, across units; what is chosen stands in the query. */
export const linkPath = '/impact/completion-and-scores';

/** What was asked and what was found. */
export const studiesPath = '/impact/studies';
export const newStudyPath = `${studiesPath}/new`;
export const studyPath = (id: number): string => `${studiesPath}/${id}`;
/** An earlier result of a study, by its number. */
export const studyResultPath = (id: number, number: number): string => `${studyPath(id)}/results/${number}`;

/** Trainings that are given in waves by lot. */
export const plansPath = '/impact/plans';
export const newPlanPath = `${plansPath}/new`;
/** What else could be planned, as a file. */
export const smallestEffectsPath = `${newPlanPath}/smallest-effects`;
export const planPath = (id: number): string => `${plansPath}/${id}`;
