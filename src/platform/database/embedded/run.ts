import { spawn, type SpawnOptions } from 'node:child_process';
import type { DatabaseUser } from './database-user.js';

export interface Outcome {
  done: boolean;
  output: string;
}

/** Runs one of PostgreSQL's programs to its end and collects what it says. Never throws: a missing file is an outcome. */
export function run(file: string, args: string[], user: DatabaseUser | null, input = ''): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(file, args, { ...as(user), stdio: 'pipe' });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', (error) => resolve({ done: false, output: error.message }));
    child.on('close', (code) => resolve({ done: code === 0, output }));
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

/** Plain English messages, nothing of our environment's secrets, and a folder that every user may stand in. */
export function as(user: DatabaseUser | null): SpawnOptions {
  const { PATH, SystemRoot, TEMP } = process.env;
  const env = { PATH, SystemRoot, TEMP, LC_ALL: 'C' };
  return user ? { env, cwd: '/', uid: user.uid, gid: user.gid } : { env };
}
