/**
 * Remembers what never changes once it is there: published versions, the markup of a text. Holds the `most` that were
 * asked for last. Never for anything that depends on a person, the clock or a reader's language.
 */
export class Lasting<K, V> {
  private readonly values = new Map<K, V>();

  constructor(private readonly most: number) {}

  /** The value under the key; found by `find` the first time. What is not there yet (null) is not remembered. */
  async get(key: K, find: () => Promise<V | null>): Promise<V | null> {
    const known = this.values.get(key);
    if (known !== undefined) return this.keep(key, known);
    const found = await find();
    return found === null ? null : this.keep(key, found);
  }

  /** The same for what is computed rather than fetched. */
  compute(key: K, make: () => V): V {
    const known = this.values.get(key);
    return this.keep(key, known === undefined ? make() : known);
  }

  /** A map is in the order of insertion, so the first key is the one longest unasked for. */
  private keep(key: K, value: V): V {
    this.values.delete(key);
    this.values.set(key, value);
    if (this.values.size > this.most) this.values.delete(this.values.keys().next().value!);
    return value;
  }
}
