/** The text of a file as the import reads it: lines that end in a line feed, and no null characters. */

/** Whether lines end in carriage returns alone, as old Macs and some of their exports write them. */
export function endsLinesWithReturns(text: string): boolean {
  return text.includes('\r') && !text.includes('\n');
}

export function readableText(text: string, returnsOnly: boolean): string {
  const whole = text.includes('\0') ? text.replaceAll('\0', '') : text;
  return returnsOnly ? whole.replaceAll('\r', '\n') : whole;
}
