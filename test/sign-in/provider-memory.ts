import type { Adapter, AdapterPayload } from 'oidc-provider';

const rows = new Map<string, AdapterPayload>();

/** What the provider keeps, for as long as a spec file runs. */
export class ProviderMemory implements Adapter {
  constructor(private readonly model: string) {}

  upsert(id: string, payload: AdapterPayload): Promise<void> {
    rows.set(this.key(id), payload);
    return Promise.resolve();
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve(rows.get(this.key(id)));
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve([...rows.values()].find((row) => row.uid === uid && row.kind === this.model));
  }

  findByUserCode(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  consume(id: string): Promise<void> {
    const row = rows.get(this.key(id));
    if (row) row.consumed = Math.floor(Date.now() / 1000);
    return Promise.resolve();
  }

  destroy(id: string): Promise<void> {
    rows.delete(this.key(id));
    return Promise.resolve();
  }

  /** Codes and tokens go with their grant; a sign-in that is under way names one too, and stays. */
  revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, row] of rows) if (row.grantId === grantId && row.kind !== 'Interaction') rows.delete(key);
    return Promise.resolve();
  }

  private readonly key = (id: string) => `${this.model}:${id}`;
}
