import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A folder inside the data folder that only we may enter, made when it is missing. The data folder itself stays open:
 * the embedded database's user must get through it.
 */
export async function privateFolder(dataDir: string, name: string): Promise<string> {
  const folder = join(dataDir, name);
  await mkdir(dataDir, { recursive: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}
