import { sayMoment } from '../../../platform/say.js';
import { msg, t } from '../../../platform/language/t.js';
import { coursePath } from '../../paths.js';
import type { PartWay } from '../../part-way.js';
import { nextVersionPath, studioPath } from '../paths.js';
import { shelfPath, versionExportPath } from './paths.js';
import type { PublishedVersion, ShelfChange } from './versions.queries.js';

interface Versions {
  slug: string;
  /** The newest first; at least one. */
  versions: readonly PublishedVersion[];
  shelfChanges: readonly ShelfChange[];
  mayWrite: boolean;
}

const MEANT: Record<PartWay, string> = {
  finish: msg('People part-way finished the version they were in.'),
  move: msg('People part-way went on in this version.'),
  startersOnly: msg('For new starters only.'),
};

/** Every version of a course: who published it when, and whether the course can be started. */
export function presentVersions({ slug, versions, shelfChanges, mayWrite }: Versions) {
  const [newest] = versions as [PublishedVersion];
  const isLive = newest.state === 'published';
  return {
    title: t('Versions: {course}', { course: newest.title }),
    heading: newest.title,
    crumbs: [{ text: t('Studio'), href: studioPath() }, { text: newest.title }],
    sub: isLive
      ? t('Version {n} is what learners start with.', { n: String(newest.number) })
      : t('This course is retired: nobody can start it. Whoever has begun it may finish it.'),
    coursePath: isLive ? coursePath(slug) : null,
    rows: versions.map((version) => row(version, slug)),
    shelf: shelfChanges.map(sayShelfChange),
    acts: mayWrite ? acts(slug, isLive) : null,
  };
}

function acts(slug: string, isLive: boolean) {
  return {
    nextVersion: isLive ? nextVersionPath(slug) : null,
    retire: isLive ? shelfPath(slug, 'retirements') : null,
    bringBack: isLive ? null : shelfPath(slug, 'returns'),
  };
}

function row({ number, state, origin, partWay, publishedAt, publishedBy }: PublishedVersion, slug: string) {
  const n = String(number);
  return {
    name: t('Version {n}', { n }),
    tag: state === 'published' ? { text: t('Live'), tone: 'good' } : null,
    at: sayMoment(publishedAt),
    by: publishedBy ?? (origin === 'file' ? t('From a file') : t('Not known')),
    meant: number === 1 ? null : t(MEANT[partWay]),
    exportPath: versionExportPath(slug, number),
    hidden: ` ${t('version {n}', { n })}`,
  };
}

function sayShelfChange({ kind, changedAt, changedBy }: ShelfChange): string {
  const words = { name: changedBy, at: sayMoment(changedAt) };
  return kind === 'retired' ? t('Retired by {name}, {at}.', words) : t('Brought back by {name}, {at}.', words);
}
