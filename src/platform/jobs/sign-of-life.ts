import { hostname } from 'node:os';
import type { BackEnd, WorkersQueries } from './workers.queries.js';

const EVERY_MS = 10_000;

export interface SignOfLife {
  /** Says goodbye: the worker ended as it should. */
  end(): Promise<void>;
}

/** Says every few seconds that this process lives; a database that is away hears it when it is back. */
export function showLife(
  workers: Pick<WorkersQueries, 'enrol' | 'isAlive' | 'leave'>,
  backEnd: BackEnd,
  enrolled: (id: number) => void,
): SignOfLife {
  let id: number | null = null;
  const show = async () => {
    if (id !== null) return workers.isAlive(id);
    id = await workers.enrol(hostname(), process.pid, backEnd);
    enrolled(id);
  };
  const shown = () => show().catch(() => undefined);
  let last = shown();
  const timer = setInterval(() => (last = last.then(shown)), EVERY_MS);
  return {
    end: async () => {
      clearInterval(timer);
      await last;
      if (id !== null) await workers.leave(id).catch(() => undefined);
    },
  };
}
