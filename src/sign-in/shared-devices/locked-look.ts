/** How the pages of a locked device look: nobody's name and no navigation on them. */
export const LOCKED_LOOK = { layout: 'bare', awning: true } as const;
