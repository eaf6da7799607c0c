import type { Database } from './database.js';
import type { Tx } from './tx.js';

/** Does everything in one transaction and takes it back: the figures of a real run, and not a row kept. */
export async function tryOut<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  const results: T[] = [];
  const over = new Error('The dry run is over.');
  try {
    await db.write(async (tx) => {
      results.push(await work(tx));
      throw over;
    });
  } catch (error) {
    if (error !== over) throw error;
  }
  return results[0]!;
}
