/** The tables of a plan that is looked at, on the page and as files. */
import { t } from '../../platform/language/t.js';
import { sayNumber } from '../../platform/say.js';
import type { CsvColumn } from '../../platform/web/csv-download.js';
import { type Metric, METRIC_NAMES } from '../link-choice.js';
import type { Part, PartArea } from './plan-parts.js';
import { scoreOf } from './plan-power.js';
import { type WhatIf, weeksCompared } from './plan-what-if.js';
import { sayWaves, waveName } from './plan-words.js';

/** The smallest effect by waves and weeks between them; null where nothing can be said. */
export function presentWhatIf(rows: readonly WhatIf[], weeksBetween: number) {
  if (rows.every(({ smallest }) => smallest.every((points) => points === null))) return null;
  const weeks = weeksCompared(weeksBetween);
  return {
    caption: t('Smallest effect that is seen four times out of five, in points'),
    head: [{ text: t('Waves'), numeric: false }, ...weeks.map((n) => ({ text: weeksHeading(n), numeric: true }))],
    rows: rows.map(({ waves, chosen, smallest }) => ({
      cells: [
        {
          text: chosen ? t('{waves} (chosen)', { waves: sayWaves(waves) }) : sayWaves(waves),
          numeric: false,
          href: null,
        },
        ...smallest.map((points) => ({
          text: points === null ? '–' : sayNumber(points, 1),
          numeric: true,
          href: null,
        })),
      ],
    })),
  };
}

/** The same as a file. */
export function whatIfColumns(weeksBetween: number): CsvColumn<WhatIf>[] {
  return [
    { heading: t('Waves'), of: ({ waves }) => waves },
    ...weeksCompared(weeksBetween).map((weeks, at) => ({
      heading: weeksHeading(weeks),
      of: ({ smallest }: WhatIf) => rounded(smallest[at] ?? null, 1),
    })),
  ];
}

const weeksHeading = (n: number) => t('{n, plural, one {# week apart} other {# weeks apart}}', { n });

/** An area and the part it was dealt to. */
export interface MemberRow {
  part: Part;
  area: PartArea;
}

export const membersIn = (parts: readonly Part[]): MemberRow[] =>
  parts.flatMap((part) => part.areas.map((area) => ({ part, area })));

export function memberColumns(metric: Metric): CsvColumn<MemberRow>[] {
  return [
    { heading: t('Wave'), of: ({ part }) => waveName(part.wave) },
    { heading: t('Begins'), of: ({ part }) => part.startsOn },
    { heading: t('Area code'), of: ({ area }) => area.code },
    { heading: t('Area'), of: ({ area }) => area.name },
    { heading: t('Region'), of: ({ area }) => area.region },
    { heading: t('Units'), of: ({ area }) => area.unitIds.length },
    { heading: t('Answers'), of: ({ area }) => area.n },
    { heading: scoreHeading(metric), of: ({ area }) => rounded(inPoints(scoreOf(area)), 1) },
  ];
}

/** 'Ease before'. */
export const scoreHeading = (metric: Metric): string => t('{score} before', { score: t(METRIC_NAMES[metric]) });

/** '71.4'; a dash where nobody answered. */
export function sayPartScore(score: number | null): string {
  const points = inPoints(score);
  return points === null ? '–' : sayNumber(points, 1);
}

const inPoints = (score: number | null) => (score === null ? null : 100 * score);

function rounded(value: number | null, decimals: number): number | null {
  return value === null ? null : Math.round(value * 10 ** decimals) / 10 ** decimals;
}
