/** What differs between two versions of a mapping, place by place. */

export interface Difference {
  /** Where in the document, as a path: `ease.map.Very easy`. */
  place: string;
  /** As JSON without its quotation marks; null where it was or is not there. */
  before: string | null;
  after: string | null;
}

/** In the order of the newer document; what has gone comes last. */
export function differencesOf(before: unknown, after: unknown): Difference[] {
  const [old, now] = [leavesOf(before), leavesOf(after)];
  const places = [...new Set([...now.keys(), ...old.keys()])];
  return places
    .map((place) => ({ place, before: old.get(place) ?? null, after: now.get(place) ?? null }))
    .filter((one) => one.before !== one.after);
}

function leavesOf(json: unknown, place = ''): Map<string, string> {
  if (typeof json !== 'object' || json === null)
    return new Map([[place, typeof json === 'string' ? json : String(json)]]);
  if (Array.isArray(json)) return new Map([[place, json.map(String).join(', ')]]);
  const inner = Object.entries(json).flatMap(([key, value]) => [
    ...leavesOf(value, place === '' ? key : `${place}.${key}`),
  ]);
  return new Map(inner);
}
