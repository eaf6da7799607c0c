import { parse } from 'csv-parse/sync';
import type { Fields } from '../support/browserless.js';
import { SLUG } from './study-world.js';

export const NEW = '/impact/plans/new';
export const FIRST_MONDAY = '2027-01-11';
/** As the form sends it. */
export const PLAN = {
  ...{ title: '', course: SLUG, metric: 'ease', kinds: 'branch', waves: '2', comparison: 'yes' },
  ...{ firstMonday: FIRST_MONDAY, weeksBetween: '4', daysGiven: '28', reason: '' },
};
export const query = (more: Fields) => {
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...PLAN, ...more, look: '1' }))
    for (const one of [value].flat()) fields.append(name, String(one));
  return fields.toString();
};
export const look = (more: Fields = {}) => `${NEW}?${query(more)}`;
/** The rows of a file by their headings. */
export const csv = (text: string) => parse(text, { bom: true, columns: true }) as Record<string, string>[];

/** What the button under a preview sends. */
export function fieldsIn(html: string): Fields {
  const form = html.slice(html.indexOf('action="/impact/plans"'));
  const fields: Record<string, string[]> = {};
  for (const [, name, value] of form.slice(0, form.indexOf('</form>')).matchAll(/name="(\w+)" value="([^"]*)"/g))
    (fields[name!] ??= []).push(value!.replaceAll('&#x27;', "'"));
  return fields;
}
