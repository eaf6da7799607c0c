/** Gathers the blocks of a file into chunks to land, each in a transaction of its own. */
import { Chunk, type HowToMap } from './chunk.js';
import type { RecordBlock } from './record-block.js';
import type { TimeSpent } from './time-spent.js';

/**
 * Records in the first chunk, so that whoever watches sees it move at once; then twice as many each time up to the largest: in
 * the order of time a network’s week comes together, and each cell of the rollups is written once a chunk and not once a row.
 */
const FIRST = 5_000;
const LARGEST = 40_000;

/** However few records make so much. */
const LARGEST_BYTES = 16 * 1024 * 1024;

/** @param skip records that are no answers or have landed already */
export async function* chunksOf(
  blocks: AsyncIterable<RecordBlock>,
  how: HowToMap,
  skip: number,
  spent: TimeSpent,
): AsyncGenerator<Chunk, void> {
  let chunk = new Chunk(how);
  let size = FIRST;
  let left = skip;
  for await (const block of blocks) {
    const records = spent.during('reading', () => block.cells());
    const skipped = Math.min(left, records.length);
    left -= skipped;
    if (skipped < records.length) spent.during('mapping', () => chunk.add(block, records, skipped));
    if (chunk.read < size && chunk.bytes < LARGEST_BYTES) continue;
    yield chunk;
    chunk = new Chunk(how);
    size = Math.min(size * 2, LARGEST);
  }
  if (chunk.read > 0) yield chunk;
}
