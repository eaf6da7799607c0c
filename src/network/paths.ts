/** Addresses of the pages that show a place. Every module may link to them; dashboards serves them. */
export const regionPath = (code: string): string => `/regions/${encodeURIComponent(code)}`;
export const areaPath = (code: string): string => `/areas/${encodeURIComponent(code)}`;
export const unitPath = (code: string): string => `/units/${encodeURIComponent(code)}`;

/** Where the language switch posts to. */
export const languagePath = '/language';

/** Units and people from files. */
export const importsPath = '/admin/imports';
export const importPath = (id: number): string => `${importsPath}/${id}`;
