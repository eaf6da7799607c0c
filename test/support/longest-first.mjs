import { readFileSync } from 'node:fs';
import TestSequencer from '@jest/test-sequencer';

const LONGEST = JSON.parse(readFileSync(new URL('longest.json', import.meta.url), 'utf8'));

/**
 * Starts the spec files of longest.json in its order and then the others, so that no worker is idle at the end. They stand
 * there longest first, but for the second: it does without the demo network, which the first loads meanwhile for all.
 */
export default class LongestFirst extends TestSequencer {
  async sort(tests) {
    const rank = ({ path }) => {
      const at = LONGEST.findIndex((name) => path.endsWith(`/${name}`));
      return at === -1 ? LONGEST.length : at;
    };
    return [...(await super.sort(tests))].sort((a, b) => rank(a) - rank(b));
  }
}
