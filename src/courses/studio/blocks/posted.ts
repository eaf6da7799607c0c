/** What a browser posted, field by field, tolerant of whatever else arrives. */
export type Posted = Record<string, unknown>;

export function postedFields(body: unknown): Posted {
  return typeof body === 'object' && body !== null ? (body as Posted) : {};
}

/** A text without blanks around it, with line ends as one sign; '' for what is no text. */
export function textIn(posted: Posted, name: string): string {
  return plain(posted[name]);
}

/** Every value of a field that may occur several times, in the order of the page. */
export function textsIn(posted: Posted, name: string): string[] {
  const value = posted[name];
  const values: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return values.map(plain);
}

/** A whole number within bounds, null for anything else. */
export function numberIn(posted: Posted, name: string, from: number, to: number): number | null {
  const text = textIn(posted, name);
  const value = /^\d{1,6}$/.test(text) ? Number(text) : NaN;
  return value >= from && value <= to ? value : null;
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll('\u0000', '').replaceAll('\r\n', '\n').trim() : '';
}
