export const impactPath = '/impact';
/** Completion set against scores, across units; what is chosen stands in the query. */
export const linkPath = '/impact/completion-and-scores';
