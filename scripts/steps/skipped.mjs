import { existsSync } from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import { ROOT } from './root.mjs';

const hasProgram = (name) => (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));

/** What some specs need and this machine may lack, with the way to get it. */
const NEEDS = [
  {
    lacks: () => !['chromium', 'chromium-browser', 'google-chrome'].some((name) => existsSync(`/usr/bin/${name}`)),
    sentence: 'No Chromium was found, so the journeys in a browser were skipped (Debian: apt-get install chromium).',
  },
  {
    lacks: () => !hasProgram('redis-server'),
    sentence:
      'No redis-server was found, so the specs with BullMQ were skipped (Debian: apt-get install redis-server).',
  },
  {
    lacks: () => process.getuid?.() !== 0,
    sentence: 'Some specs of hard starts need root, and were skipped.',
  },
  {
    lacks: () => !existsSync(join(ROOT, '..', 'shared', 'data')),
    sentence: 'There is no folder ../shared/data, so the specs on its real files were skipped.',
  },
];

/** One line a reason, then one a file, for the specs that Jest did not run. Empty when all of them ran. */
export function saySkipped({ numPendingTests, testResults }) {
  if (numPendingTests === 0) return [];
  const reasons = NEEDS.filter(({ lacks }) => lacks()).map(({ sentence }) => sentence);
  const files = testResults.map(({ name, assertionResults }) => {
    const skipped = assertionResults.filter(({ status }) => status === 'pending');
    return skipped.length > 0 && `  ${skipped.length} in ${relative(ROOT, name)}: ${skipped[0].fullName}`;
  });
  return [...reasons, 'Skipped:', ...files.filter(Boolean)];
}
