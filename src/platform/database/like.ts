/** What somebody typed as a pattern of SQL's `like`, in which `%`, `_` and the backslash stand for themselves. */

/** Anything that holds the text: '50%' is '%50\%%'. */
export const holding = (text: string): string => `%${literal(text)}%`;

/** Anything that begins with the text. */
export const beginning = (text: string): string => `${literal(text)}%`;

const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&');
