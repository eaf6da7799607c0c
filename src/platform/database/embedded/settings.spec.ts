import { describe, expect, it } from '@jest/globals';
import { serverOptions, SETTINGS, TEST_SETTINGS } from './settings.js';

describe('settings of the embedded database', () => {
  it('keep commits safe and stay on this machine', () => {
    expect(SETTINGS).toMatchObject({ synchronous_commit: 'on', listen_addresses: '127.0.0.1' });
    expect(SETTINGS).not.toHaveProperty('fsync');
  });

  it.each(Object.entries({ SETTINGS, TEST_SETTINGS }))('%s can travel on a command line', (_name, settings) => {
    for (const value of Object.values(settings)) expect(value).toMatch(/^[\w.]*$/);
  });

  it('come after the port', () => {
    expect(serverOptions(5433, { jit: 'off', work_mem: '16MB' })).toBe('-p 5433 -c jit=off -c work_mem=16MB');
  });
});
