/** Whether a part of an address can be a course's slug at all; what cannot is not asked of the database. */
export function isSlug(text: string): boolean {
  return text.length <= 80 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}
