export const coverPath = '/cover';
export const coverCsvPath = `${coverPath}.csv`;
export const oneCoverPath = (id: number): string => `${coverPath}/${id}`;
export const coverChangesPath = (id: number): string => `${oneCoverPath(id)}/changes`;
export const coverEndingsPath = (id: number): string => `${oneCoverPath(id)}/endings`;
export const coverPreviewPath = `${coverPath}/preview`;

/** The form, with what is known already. */
export function newCoverPath(known: Record<string, string> = {}): string {
  const query = new URLSearchParams(Object.entries(known).filter(([, value]) => value !== '')).toString();
  return query === '' ? `${coverPath}/new` : `${coverPath}/new?${query}`;
}
