/** Every version of a course that was published, who published it, and whether it can be started. */
export const versionsPath = (slug: string) => `/studio/published/${slug}/versions`;

/** POST: the course leaves the catalogue, or comes back to it. */
export const shelfPath = (slug: string, what: 'retirements' | 'returns') => `/studio/published/${slug}/${what}`;

/** A version as a file. */
export const versionExportPath = (slug: string, number: number) => `${versionsPath(slug)}/${number}/export`;
