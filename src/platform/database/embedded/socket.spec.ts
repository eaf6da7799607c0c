import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { throughSocket } from './socket.js';

const URL = 'postgres://cxu:secret@127.0.0.1:5433/cxu';

describe('the way to the embedded database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cxu socket-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is TCP while the server has no socket', () => {
    expect(throughSocket(URL, folder, 5433)).toBe(URL);
  });

  it('is the socket of that port in its folder, also where the folder has a blank in its name', () => {
    writeFileSync(join(folder, '.s.PGSQL.5433'), '');
    const client = new pg.Client({ connectionString: throughSocket(URL, folder, 5433) });
    expect(client).toMatchObject({ host: folder, port: 5433, database: 'cxu', user: 'cxu', password: 'secret' });
    expect(throughSocket(URL, folder, 5434)).toBe(URL);
  });

  it('is TCP where the path is longer than systems take', () => {
    expect(throughSocket(URL, `/${'deep/'.repeat(30)}`, 5433)).toBe(URL);
  });
});
