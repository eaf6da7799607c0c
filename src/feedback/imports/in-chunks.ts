/** Gathers what comes one by one into lists of at most `size`, leaving out the first `skip`. */
export async function* inChunks<T>(all: AsyncIterable<T>, size: number, skip = 0): AsyncGenerator<T[], void> {
  let chunk: T[] = [];
  let left = skip;
  for await (const one of all) {
    if (left > 0) {
      left -= 1;
      continue;
    }
    chunk.push(one);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
