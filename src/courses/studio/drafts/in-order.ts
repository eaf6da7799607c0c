/** Verbs on a list of things that have keys. Each gives a new list; a key that is not there changes nothing. */

interface Keyed {
  key: string;
}

/** Changes places with the one before (`up`) or after; the first stays first and the last stays last. */
export function moved<T extends Keyed>(items: readonly T[], key: string, way: 'up' | 'down'): T[] {
  const from = items.findIndex((item) => item.key === key);
  const to = way === 'up' ? from - 1 : from + 1;
  const [item, other] = [items[from], items[to]];
  if (item === undefined || other === undefined) return [...items];
  return items.map((each, index) => (index === from ? other : index === to ? item : each));
}

/** Puts `copy` right behind the one it was made of. */
export function insertedAfter<T extends Keyed>(items: readonly T[], key: string, copy: T): T[] {
  return items.flatMap((item) => (item.key === key ? [item, copy] : [item]));
}

export function without<T extends Keyed>(items: readonly T[], key: string): T[] {
  return items.filter((item) => item.key !== key);
}

export function changedIn<T extends Keyed>(items: readonly T[], key: string, change: (item: T) => T): T[] {
  return items.map((item) => (item.key === key ? change(item) : item));
}

export const keysOf = (items: readonly Keyed[]): string[] => items.map((item) => item.key);
