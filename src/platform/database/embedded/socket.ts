import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Systems take so many bytes of a socket's path: 107 on Linux, 103 on macOS. */
const LONGEST = 103;

/**
 * The same address through the socket in PostgreSQL's own folder. As it is where there is no such socket (a server that an
 * earlier version started) or its path is too long.
 */
export function throughSocket(url: string, folder: string, port: number): string {
  const socket = join(folder, `.s.PGSQL.${port}`);
  if (Buffer.byteLength(socket) > LONGEST || !existsSync(socket)) return url;
  return `${url}?host=${encodeURIComponent(folder)}`;
}
