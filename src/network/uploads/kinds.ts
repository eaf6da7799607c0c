/** What a file may hold, as it is stored and posted. */
export const KINDS = ['network', 'people'] as const;
export type Kind = (typeof KINDS)[number];
