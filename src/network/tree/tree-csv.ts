/** The tree as files: areas with their size, and the units of one area. */
import { t } from '../../platform/language/t.js';
import type { CsvColumn } from '../../platform/web/csv-download.js';
import type { AreaNode, UnitNode } from './tree.queries.js';
import { sayKind, sayStanding } from './unit-words.js';

export function areaColumns(): CsvColumn<AreaNode>[] {
  return [
    { heading: t('Region code'), of: ({ regionCode }) => regionCode },
    { heading: t('Region'), of: ({ regionName }) => regionName },
    { heading: t('Code'), of: ({ code }) => code },
    { heading: t('Area'), of: ({ name }) => name },
    { heading: t('Looked after by'), of: ({ managers }) => managers.join('; ') || null },
    { heading: t('Units'), of: ({ units }) => units },
    { heading: t('People'), of: ({ people }) => people },
    { heading: t('Note'), of: (area) => sayStanding(area) },
  ];
}

export function unitColumns(): CsvColumn<UnitNode>[] {
  return [
    { heading: t('Code'), of: ({ code }) => code },
    { heading: t('Name'), of: ({ name }) => name },
    { heading: t('Kind'), of: ({ kind }) => sayKind(kind) },
    { heading: t('Area'), of: ({ areaName }) => areaName },
    { heading: t('Led by'), of: ({ leaders }) => leaders.join('; ') || null },
    { heading: t('People'), of: ({ people, standing }) => (standing === 'open' ? people : null) },
    { heading: t('From'), of: ({ from }) => from },
    { heading: t('To'), of: ({ to }) => to },
    { heading: t('Merged into'), of: ({ mergedInto }) => mergedInto?.code ?? null },
    { heading: t('Note'), of: (unit) => sayStanding(unit) },
  ];
}
