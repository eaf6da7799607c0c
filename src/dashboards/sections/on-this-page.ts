/** The way to each section of a long page: a page of forty branches is many screens on a phone. */
import { msg, t } from '../../platform/language/t.js';
import type { Section } from './section.js';

interface Head {
  /** Of the heading in the partial. */
  id: string;
  words: string;
}

const HEADS: Record<string, Head> = {
  'ease-trend': { id: 'trend-title', words: msg('How easy it is') },
  'changes-compared': { id: 'changes-title', words: msg('Before and since a change') },
  drivers: { id: 'drivers-title', words: msg('Drivers') },
  'what-customers-say': { id: 'said-title', words: msg('What customers say') },
  'driver-importance': { id: 'importance-title', words: msg('What matters most') },
  'did-it-work': { id: 'worked-title', words: msg('Did it work?') },
  'talked-about': { id: 'themes-title', words: msg('What customers talk about') },
  'other-numbers': { id: 'numbers-title', words: msg('Other numbers') },
  'team-finished': { id: 'team', words: msg('Who finished what') },
  'unit-changes': { id: 'actions-title', words: msg('What else was changed here') },
};

/** @param places heading of the table above the sections; null for a page without one */
export function onThisPage(sections: readonly Section[], places: string | null) {
  const table = places === null ? [] : [{ text: places, path: '#places' }];
  const named = sections.flatMap(({ partial }) => HEADS[partial] ?? []);
  return [...table, ...named.map(({ id, words }) => ({ text: t(words), path: `#${id}` }))];
}
