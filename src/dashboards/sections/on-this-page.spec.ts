import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { onThisPage } from './on-this-page.js';

const PARTIALS = [
  ...[
    'ease-trend',
    'changes-compared',
    'drivers',
    'what-customers-say',
    'driver-importance',
    'did-it-work',
    'talked-about',
  ],
  ...['other-numbers', 'team-finished', 'unit-changes'],
];
const sections = (partials: readonly string[]) => partials.map((partial) => ({ partial, model: {} }));

describe('the way to each section of a page', () => {
  it('has the table first, then what is there in its order', () => {
    expect(onThisPage(sections(['drivers', 'ease-trend']), 'Branches')).toEqual([
      { text: 'Branches', path: '#places' },
      { text: 'Drivers', path: '#drivers-title' },
      { text: 'How easy it is', path: '#trend-title' },
    ]);
    expect(onThisPage([], null)).toEqual([]);
  });

  it.each(PARTIALS)('leads to the heading of %s in its own words', (partial) => {
    const [one] = onThisPage(sections([partial]), null);
    const html = readFileSync(`views/partials/${partial}.hbs`, 'utf8');
    expect(html).toContain(`id="${one?.path.slice(1)}">{{t "${one?.text}"}}`);
  });
});
