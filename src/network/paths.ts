/** Addresses of the pages that show a place. Every module may link to them; dashboards serves them. */
export const regionPath = (code: string): string => `/regions/${encodeURIComponent(code)}`;
export const areaPath = (code: string): string => `/areas/${encodeURIComponent(code)}`;
export const unitPath = (code: string): string => `/units/${encodeURIComponent(code)}`;

/** Where the language switch posts to. */
export const languagePath = '/language';

/** Units and people from files. */
export const importsPath = '/admin/imports';
export const importPath = (id: number): string => `${importsPath}/${id}`;
export const rejectsPath = (id: number): string => `${importPath(id)}/rejects`;
export const differencesPath = (id: number): string => `${importPath(id)}/differences`;
export const undoPath = (id: number): string => `${importPath(id)}/undo`;

/** All that a file does, row by row. @param kind of which rows; all without */
export function findingsPath(id: number, { kind = null, page = 1 }: { kind?: string | null; page?: number }): string {
  const query = new URLSearchParams({
    ...(kind === null ? {} : { kind }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString();
  return query ? `${importPath(id)}/changes?${query}` : `${importPath(id)}/changes`;
}

/** Units and people as files in the form in which they are imported. @param day as they stood on it; all that is known without */
export const exportPath = (kind: 'units' | 'people', day: string | null = null): string =>
  `/admin/exports/${kind}.csv${day === null ? '' : `?on=${day}`}`;

/** Who works where, within reach. */
export const peoplePath = '/people';
export const personPath = (reference: string): string => `${peoplePath}/${encodeURIComponent(reference)}`;

/** Regions, areas and units as they stand on a day. */
export const networkPath = '/network';
export const networkAreaPath = (code: string): string => `${networkPath}/areas/${encodeURIComponent(code)}`;
/** People whose unit has closed while their posts in it go on. */
export const closedPostsPath = `${peoplePath}?show=unitClosed`;

export const networkUnitPath = (code: string): string => `${networkPath}/units/${encodeURIComponent(code)}`;

/** What an administrator changes about a person, each a page with a look ahead and a form. */
export const newPostPath = (reference: string): string => `${personPath(reference)}/postings/new`;
export const postingsPath = (reference: string): string => `${personPath(reference)}/postings`;
export const postingEndPath = (reference: string, id: number): string => `${postingsPath(reference)}/${id}/end`;
export const newLeavePath = (reference: string): string => `${personPath(reference)}/leaves/new`;
export const leavesPath = (reference: string): string => `${personPath(reference)}/leaves`;
export const leavePath = (reference: string, id: number): string => `${leavesPath(reference)}/${id}`;
export const extraTimePath = (reference: string): string => `${personPath(reference)}/extra-time`;
export const detailsPath = (reference: string): string => `${personPath(reference)}/details`;
export const undoChangePath = (reference: string, changeId: number): string =>
  `${personPath(reference)}/changes/${changeId}/undoings`;
