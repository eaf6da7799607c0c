/** Addresses of the pages that show a place. Every module may link to them; dashboards serves them. */
export const regionPath = (code: string): string => `/regions/${encodeURIComponent(code)}`;
export const areaPath = (code: string): string => `/areas/${encodeURIComponent(code)}`;
export const unitPath = (code: string): string => `/units/${encodeURIComponent(code)}`;

/** Where the language switch posts to. */
export const languagePath = '/language';

/** Units and people from files. */
export const importsPath = '/admin/imports';
export const importPath = (id: number): string => `${importsPath}/${id}`;

/** Who works where, within reach. */
export const peoplePath = '/people';
export const personPath = (reference: string): string => `${peoplePath}/${encodeURIComponent(reference)}`;

/** Regions, areas and units as they stand on a day. */
export const networkPath = '/network';
export const networkAreaPath = (code: string): string => `${networkPath}/areas/${encodeURIComponent(code)}`;
export const networkUnitPath = (code: string): string => `${networkPath}/units/${encodeURIComponent(code)}`;
