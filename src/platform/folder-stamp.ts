import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** One hash over the names and the bytes of all files below these folders or files; one that is missing counts as empty. */
export async function folderStamp(paths: readonly string[]): Promise<string> {
  const files = (await Promise.all(paths.map(filesBelow))).flat();
  const texts = await Promise.all(files.map(({ path }) => readFile(path)));
  const hash = createHash('sha256');
  for (const [at, { name }] of files.entries()) hash.update(name).update('\0').update(texts[at]!).update('\0');
  return hash.digest('hex');
}

async function filesBelow(path: string): Promise<{ name: string; path: string }[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => null);
  if (entries === null)
    return readFile(path).then(
      () => [{ name: '', path }],
      () => [],
    );
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.sort().map((file) => ({ name: relative(path, file), path: file }));
}
