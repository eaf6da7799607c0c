export const messagesPath = '/messages';
export const messagePath = (id: number): string => `${messagesPath}/${id}`;
export const readAllPath = `${messagesPath}/readings`;
export const preferencesPath = `${messagesPath}/preferences`;

export const ledgerPath = '/admin/messages';
/** Lets the mail go on that this stop of the breaker holds. */
export const releasePath = (stopId: number): string => `${ledgerPath}/stops/${stopId}/release`;
