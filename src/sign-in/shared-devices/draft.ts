/** What had been typed on a page and not sent: of each form its address, and the fields that somebody changed. */
export interface TypedForm {
  action: string;
  fields: [name: string, value: string][];
}

const MOST_FORMS = 10;
const MOST_FIELDS = 200;
const LONGEST_VALUE = 20_000;
const SECRET = /passw|secret|^pin|^again$|token|^code$|_csrf/i;

/** Reads what a page sent; null when there is nothing to keep. Secrets are never kept, whatever a page says. */
export function readTyped(text: unknown): TypedForm[] | null {
  const forms = parsed(text).slice(0, MOST_FORMS).map(formOf);
  const kept = forms.filter((form): form is TypedForm => form !== null && form.fields.length > 0);
  return kept.length > 0 ? kept : null;
}

function parsed(text: unknown): unknown[] {
  try {
    const value: unknown = typeof text === 'string' ? JSON.parse(text) : null;
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

function formOf(value: unknown): TypedForm | null {
  const { action, fields } = (value ?? {}) as { action?: unknown; fields?: unknown };
  if (typeof action !== 'string' || !action.startsWith('/') || !Array.isArray(fields)) return null;
  return { action, fields: fields.slice(0, MOST_FIELDS).filter(isField) };
}

function isField(field: unknown): field is [string, string] {
  if (!Array.isArray(field) || field.length !== 2) return false;
  const [name, value] = field as unknown[];
  return (
    typeof name === 'string' &&
    typeof value === 'string' &&
    !SECRET.test(name) &&
    !value.includes('\u0000') &&
    value.length <= LONGEST_VALUE
  );
}
