import { AsyncLocalStorage } from 'node:async_hooks';

const current = new AsyncLocalStorage<string>();

/** Runs the rest of a request or job under its id, so that logs and audit rows can be laid side by side. */
export function underRequestId<T>(id: string, work: () => T): T {
  return current.run(id, work);
}

export function requestId(): string | null {
  return current.getStore() ?? null;
}
