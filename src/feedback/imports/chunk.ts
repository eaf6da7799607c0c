/** A stretch of a file, mapped and written as lines to stage, and what of it was left out. */
import { t } from '../../platform/language/t.js';
import { fingerprint } from './fingerprint.js';
import type { MapRow, Reject } from './mapped-row.js';
import type { MergedUnit } from './merged-answers.js';
import type { FileRecord, RecordBlock } from './record-block.js';
import { stagedLine } from './staging.queries.js';
import type { Counted } from './tally.js';

/** How the lines of one file become responses. */
export interface HowToMap {
  map: MapRow;
  /** The column of the response id; null when the file has none. */
  responseId: string | null;
  /** The name under which a response is stored, from its identity. */
  name: (identity: string) => string;
}

/** `at` is the place of the record in the chunk. */
export type LeftOut = Reject & { at: number };

/** How the responses of a source are named: by their own id, or by a fingerprint of the mapped line. */
export function namer(responseId: string | null, secret: Buffer): (identity: string) => string {
  return responseId ? (identity) => identity : (identity) => fingerprint(identity, secret);
}

/**
 * Small, however many answers it holds: texts are bytes, marks are numbers, and a record that somebody asks for is parsed
 * again. Objects that live as long as a chunk would be copied about by the memory’s care, a million times.
 */
export class Chunk {
  /** Records so far. */
  read = 0;
  /** Previews and tests of the survey among them. */
  tests = 0;
  /** Of the file. */
  bytes = 0;
  /** Of what can land, in the order of the staged lines: the record and the emotion, and the unit if it had merged. */
  private readonly at: number[] = [];
  private readonly felt: (number | undefined)[] = [];
  private readonly merged = new Map<number, MergedUnit>();
  readonly leftOut: LeftOut[] = [];
  private readonly staged: Buffer[] = [];
  private text = '';
  private readonly blocks: { from: number; until: number; skipped: number; block: RecordBlock }[] = [];
  private readonly ids = new Set<string>();

  constructor(private readonly how: HowToMap) {}

  /** Takes a block in, except for its first `skipped` records. */
  add(block: RecordBlock, records: readonly string[][], skipped: number): void {
    this.blocks.push({ from: this.read, until: this.read + records.length - skipped, skipped, block });
    this.bytes += block.size;
    for (const cells of skipped === 0 ? records : records.slice(skipped)) {
      this.take(cells, this.read);
      this.read += 1;
    }
    this.flush();
  }

  /** Lines for the staging table. */
  get lines(): readonly Buffer[] {
    return this.staged;
  }

  /** The record of a staged line, by its place in the chunk. */
  recordOf(n: number): number {
    return this.at[n]!;
  }

  /** What is counted of all that can land, except for these. */
  *counted(except: ReadonlySet<number>): Generator<Counted, void> {
    for (const [n, emotion] of this.felt.entries())
      if (!except.has(n)) yield { answers: emotion === undefined ? {} : { emotion }, merged: this.merged.get(n) };
  }

  /** These records with their lines, in the order asked for, which is that of the file. */
  *records(wanted: readonly { at: number }[]): Generator<FileRecord, void> {
    let next = 0;
    for (const { from, until, skipped, block } of this.blocks) {
      if (next === wanted.length) return;
      if (wanted[next]!.at >= until) continue;
      const located = block.located();
      for (; next < wanted.length && wanted[next]!.at < until; next += 1)
        yield located[wanted[next]!.at - from + skipped]!;
    }
  }

  private take(cells: readonly string[], at: number): void {
    const { map, name, responseId } = this.how;
    const mapped = map(cells);
    if ('reject' in mapped) return this.leave(mapped.reject, at);
    const { row } = mapped;
    const key = name(row.identity);
    if (responseId !== null) {
      if (this.ids.has(key)) return void this.leftOut.push({ at, ...twice(responseId, key) });
      this.ids.add(key);
    }
    const n = this.at.push(at) - 1;
    this.felt.push(row.answers.emotion);
    if (row.merged) this.merged.set(n, row.merged);
    this.text += stagedLine(n, { ...row, key });
  }

  private leave(reject: Reject, at: number): void {
    if (reject.isTest) this.tests += 1;
    else this.leftOut.push({ at, ...reject });
  }

  private flush(): void {
    if (this.text !== '') this.staged.push(Buffer.from(this.text));
    this.text = '';
  }
}

/** With response ids the first line counts. */
export function twice(responseId: string, id: string): Reject {
  const reason = t('The response id “{id}” came earlier in this file; the first line with it was taken.', { id });
  return { column: responseId, reason };
}
