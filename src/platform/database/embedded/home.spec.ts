import { describe, expect, it } from '@jest/globals';
import { elsewhere } from './home.js';

describe('where a database lives that cannot live in its data folder', () => {
  it('is derived from the path of the data folder, and readable', () => {
    expect(elsewhere('/root/cxu/.data')).toMatch(/^\/var\/lib\/cx-university\/root-cxu-data-[0-9a-f]{8}$/);
  });

  it('is another place for every data folder, alike as they may look', () => {
    const places = ['/root/cxu/.data', '/root/cxu-data', '/root/cxu/data', `/${'deep/'.repeat(40)}data`].map(elsewhere);
    expect(new Set(places).size).toBe(places.length);
  });

  it('stays short enough for any file system', () => {
    expect(elsewhere(`/${'deep/'.repeat(80)}data`).length).toBeLessThan(110);
  });
});
