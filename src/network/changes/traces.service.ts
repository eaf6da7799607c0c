import { Injectable } from '@nestjs/common';
import { POSTS } from './posts.js';

/**
 * A kind of thing that people do here, or that is kept of a place: whoever or whatever it was done by or for cannot be
 * taken back as if they had never come. Tables that no module names count as the group `other`.
 */
export interface Trace {
  /** `module.thing`. */
  group: string;
  /** Tables that point at a person, a unit, an area or a region. */
  tables: readonly string[];
  /** Tables that are worked out from others: they hold nothing, and their rows go with what they point at. */
  derived?: readonly string[];
  /** Columns that point at a person without the database knowing. */
  unchecked?: readonly { table: string; column: string }[];
  /** In the reader's language: '3 have signed in'. */
  say(n: number): string;
}

/** What stands in the way of undoing an import, in the words of the modules that know it; each registers its own. */
@Injectable()
export class Traces {
  private readonly known = new Map<string, Trace>();

  register(...traces: readonly Trace[]): void {
    for (const trace of traces) this.known.set(trace.group, trace);
  }

  groupOf(table: string): string {
    if (table === 'posting') return POSTS;
    return [...this.known.values()].find(({ tables }) => tables.includes(table))?.group ?? OTHER;
  }

  /** Columns that nothing but their module knows to point at a person. */
  get unchecked(): readonly { table: string; column: string }[] {
    return [...this.known.values()].flatMap(({ unchecked = [] }) => unchecked);
  }

  /** Whether the rows of a table go with what they point at. */
  isDerived(table: string): boolean {
    return [...this.known.values()].some(({ derived = [] }) => derived.includes(table));
  }

  find(group: string): Trace | null {
    return this.known.get(group) ?? null;
  }
}

const OTHER = 'other';
