/** Saved views of dashboards. */
export const viewsPath = '/views';
export const viewPath = (id: number): string => `${viewsPath}/${id}`;
export const renamingPath = (id: number): string => `${viewPath(id)}/name`;
export const deletionPath = (id: number): string => `${viewPath(id)}/deletion`;
export const restorationPath = (id: number): string => `${viewPath(id)}/restoration`;
export const startingPath = (id: number): string => `${viewPath(id)}/start`;
export const publicationPath = (id: number): string => `${viewPath(id)}/publication`;

/** The form that saves the page at an address: `/areas/A07?weeks=13`. */
export const newViewPath = (address: string): string =>
  `${viewsPath}/new?${new URLSearchParams({ address }).toString()}`;

/** Where the dashboard opens: the view that its reader chose, or the own place. */
export const startPath = '/dashboard/start';
