import { sayDuration } from '../jobs/say-duration.js';
import { t } from '../language/t.js';
import type { InstallationFigures } from '../metrics/metrics.queries.js';
import { sayNumber } from '../say.js';
import type { Attention } from '../web/admin-attention.js';
import type { AdminLink } from '../web/admin-links.js';
import { jobsPath } from './paths.js';

/** How the installation does, what should be put right, and where it is looked after. */
export function presentAdmin(
  figures: InstallationFigures,
  links: readonly AdminLink[],
  attention: readonly Attention[],
) {
  return {
    title: t('Admin'),
    facts: [
      { label: t('Workers'), value: sayNumber(figures.workers), note: workersNote(figures), path: jobsPath },
      { label: t('Failed jobs'), value: sayNumber(figures.failed), note: null, path: jobsPath },
      { label: t('Waiting jobs'), value: sayNumber(figures.waiting), note: waitingNote(figures), path: jobsPath },
      { label: t('Signed in'), value: sayNumber(figures.sessions), note: null, path: null },
    ],
    attention,
    links: links.map(({ label, about, path }) => ({ label: t(label), about: t(about), path })),
  };
}

function workersNote({ workers }: InstallationFigures): string | null {
  return workers === 0 ? t('Jobs wait until one is started') : null;
}

function waitingNote({ oldestSeconds }: InstallationFigures): string | null {
  return oldestSeconds < 1 ? null : t('the oldest for {duration}', { duration: sayDuration(oldestSeconds) });
}
