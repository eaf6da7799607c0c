/**
 * One cell of a CSV file for people to open. A cell that a spreadsheet would run as a formula (= + - @ tab) gets a
 * leading apostrophe; so does one that looks as if it had got one, so that `plainCell` gives back exactly what it was.
 */
export function csvCell(text: string): string {
  const harmless = /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** What `csvCell` made harmless, as it was: for files of ours that come back. */
export function plainCell(text: string): string {
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}
