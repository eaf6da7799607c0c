export const messagesPath = '/messages';
export const messagePath = (id: number): string => `${messagesPath}/${id}`;
