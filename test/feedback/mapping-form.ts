/** The mapping form as a browser without scripts would send it back. */
import type { Answer } from '../support/browserless.js';

/** The fields of the mapping form as they stand, to be sent back with some of them changed. */
export function fieldsOf({ text }: Answer): Record<string, string | string[]> {
  const form = /<form class="card mapping__form"[\s\S]*?<\/form>/.exec(text)![0];
  const fields: Record<string, string[]> = {};
  const add = (name: string, value: string) => (fields[name] = [...(fields[name] ?? []), unescaped(value)]);
  for (const tag of form.matchAll(/<input[^>]*>|<select[\s\S]*?<\/select>/g)) {
    const name = /name="([^"]+)"/.exec(tag[0])?.[1];
    if (!name || name === '_csrf') continue;
    const chosen = /<option value="([^"]*)" selected/.exec(tag[0]) ?? /<option value="([^"]*)"/.exec(tag[0]);
    add(name, (tag[0].startsWith('<select') ? chosen?.[1] : /value="([^"]*)"/.exec(tag[0])?.[1]) ?? '');
  }
  return fields;
}

/** What the answers that nobody has given a meaning come to mean: by their text. */
export function decided(fields: Record<string, string | string[]>, means: Record<string, string>) {
  const [texts, now] = [fields.scaleText, fields.scaleMeans].map((all) => [all ?? []].flat());
  return { ...fields, scaleMeans: texts!.map((text, at) => means[text] ?? now![at] ?? '') };
}

const unescaped = (text: string) =>
  text
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&#x3D;/g, '=');
