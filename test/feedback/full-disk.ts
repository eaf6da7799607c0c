/** Programs of ours that can make no file longer than so many kilobytes, as if the disk were full. */
import { Config } from '../../src/platform/config.js';
import { Running } from '../start/process.js';
import type { TestApp } from '../support/app.js';
import { said } from './undo-world.js';

export const ROOM_KB = 100;

export function withLittleRoom(app: TestApp, env: Record<string, string>, script: string, ...args: string[]): Running {
  const given = {
    DATABASE_URL: app.databaseUrl,
    CXU_DATA: app.nest.get(Config).dataDir,
    CXU_LOG: 'silent',
    REDIS_URL: '',
  };
  const limited = ['bash', '-c', `ulimit -f ${ROOM_KB}; exec "$@"`, 'limited', process.execPath, script, ...args];
  return Running.program(limited, { ...given, ...env });
}

/** Half of them with a mark that nobody can give: their list would need more room than there is. */
export const halfWrong = (count: number) =>
  Array.from({ length: count }, (_, n) => said(`b${n}`, n % 2 ? 9 : 4, '', '06/01/2026 09:30'));
