/** Gathers the blocks of a file into chunks to land, each in a transaction of its own. */
import { Chunk, type HowToMap } from './chunk.js';
import type { RecordBlock } from './record-block.js';
import type { TimeSpent } from './time-spent.js';

/** What is read of a file until it is enough for a transaction. */
interface Gathered {
  /** Records, or what else is counted of them. */
  read: number;
  bytes: number;
}

/** How many are read into the first chunk, so that whoever watches sees it move at once; then twice as many each time. */
interface Sizes {
  first: number;
  largest: number;
}

/** However few records make so much. */
const LARGEST_BYTES = 16 * 1024 * 1024;

export async function* gathered<C extends Gathered>(
  blocks: AsyncIterable<RecordBlock>,
  { first, largest }: Sizes,
  begin: () => C,
  add: (chunk: C, block: RecordBlock) => void,
): AsyncGenerator<C, void> {
  let chunk = begin();
  let size = first;
  for await (const block of blocks) {
    add(chunk, block);
    if (chunk.read < size && chunk.bytes < LARGEST_BYTES) continue;
    yield chunk;
    chunk = begin();
    size = Math.min(size * 2, largest);
  }
  if (chunk.read > 0) yield chunk;
}

/** In the order of time a network’s week comes together, and each cell of the rollups is written once a chunk and not once a row. */
const ANSWERS: Sizes = { first: 5_000, largest: 40_000 };

/** @param skip records that are no answers or have landed already */
export function chunksOf(blocks: AsyncIterable<RecordBlock>, how: HowToMap, skip: number, spent: TimeSpent) {
  let left = skip;
  const add = (chunk: Chunk, block: RecordBlock) => {
    const records = spent.during('reading', () => block.cells());
    const skipped = Math.min(left, records.length);
    left -= skipped;
    if (skipped < records.length) spent.during('mapping', () => chunk.add(block, records, skipped));
  };
  return gathered(blocks, ANSWERS, () => new Chunk(how), add);
}
