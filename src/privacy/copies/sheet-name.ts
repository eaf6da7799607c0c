/** The name of a source's table in the zip. */
export const sheetName = (kind: string): string => `${kind.replace('.', '-')}.csv`;
