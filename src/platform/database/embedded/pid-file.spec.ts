import { describe, expect, it } from '@jest/globals';
import { readPidFile } from './pid-file.js';

describe('reading postmaster.pid', () => {
  it('finds the process, its folder and its port', () => {
    const text = '4711\n/srv/cxu/.data/postgres\n1795300000\n40123\n\n127.0.0.1\n  9314   327681\nready   \n';
    expect(readPidFile(text)).toEqual({ pid: 4711, folder: '/srv/cxu/.data/postgres', port: 40123 });
  });

  it.each([
    ['an empty file', ''],
    ['a file still being written', '4711\n/srv/cxu/.data/postgres\n'],
    ['something else', 'hello\nthere\nyou\nall\n'],
  ])('takes %s for no server', (_what, text) => {
    expect(readPidFile(text)).toBeNull();
  });
});
