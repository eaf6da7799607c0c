/**
 * One cell of a CSV file for people to open. A cell that a spreadsheet would run as a formula (= + - @ tab) gets a
 * leading apostrophe.
 */
export function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
