import { describe, expect, it } from '@jest/globals';
import { presentDrivers } from './drivers.presenter.js';

describe('the six drivers', () => {
  const { chart, items } = presentDrivers([
    { driver: 'friendly', done: 2, of: 2 },
    { driver: 'professional', done: 1, of: 2 },
    { driver: 'knowledge', done: 0, of: 0 },
  ]);

  it('stand as a list beside the ring', () => {
    expect(items).toEqual([
      { driver: 'friendly', name: 'Friendly', text: '2 of 2, complete' },
      { driver: 'professional', name: 'Professional', text: '1 of 2' },
      { driver: 'knowledge', name: 'Knowledge', text: 'No course yet' },
    ]);
  });

  it('add up in the middle of the ring', () => {
    expect(chart.toString()).toContain('of 4 done');
    expect(chart.toString()).toContain('Friendly 2 of 2, Professional 1 of 2');
  });
});
