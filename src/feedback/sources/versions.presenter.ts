import { londonDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate } from '../../platform/say.js';
import { mappingByPath, mappingFilePath } from '../paths.js';
import { type Difference, differencesOf } from './mapping-differences.js';
import type { MappingVersion } from './sources.queries.js';

const MOST_DIFFERENCES = 12;

/** The versions of a mapping, newest first: what each of them changed, and the document itself. */
export function presentVersions(sourceId: number, versions: readonly MappingVersion[]) {
  return versions.map((version, at) => {
    const earlier = versions[at + 1];
    const differences = earlier ? differencesOf(earlier.mapping, version.mapping) : [];
    return {
      title: sayTitle(version),
      used: t(
        '{n, plural, =0 {No import was read by it.} one {One import was read by it.} other {# imports were read by it.}}',
        {
          n: version.imports,
        },
      ),
      first: earlier === undefined,
      differences: differences.slice(0, MOST_DIFFERENCES).map(sayDifference),
      more:
        differences.length > MOST_DIFFERENCES
          ? t('{n, plural, one {# more} other {# more}}', { n: differences.length - MOST_DIFFERENCES })
          : null,
      path: mappingFilePath(sourceId, version.number),
    };
  });
}

/** Ways to fill the form in by an older version; none when there is only one. */
export function presentOlder(uploadId: number, versions: readonly MappingVersion[]) {
  return versions.length < 2
    ? []
    : versions.map((version) => ({ text: sayTitle(version), path: mappingByPath(uploadId, version.number) }));
}

function sayTitle({ number, createdAt }: MappingVersion): string {
  return t('Version {number}, {date}', { number: String(number), date: sayFullDate(londonDate(createdAt)) });
}

function sayDifference({ place, before, after }: Difference): string {
  if (before === null) return t('{place}: {after} is new', { place, after: after ?? '' });
  return after === null
    ? t('{place}: {before} has gone', { place, before })
    : t('{place}: {before} became {after}', { place, before, after });
}
