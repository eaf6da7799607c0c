import type { TeamCompletion } from '../../learning/unit-learning.queries.js';
import { type IsoDate, londonDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate } from '../../platform/say.js';
import { csvDownload } from '../../platform/web/csv-download.js';

interface Colleague {
  name: string;
  finished: number;
  latest: { title: string; on: string } | null;
}

/** Everybody in post with what they finished, the latest first: progress only, never answers. */
export function teamTable(rows: readonly TeamCompletion[], unitName: string) {
  return {
    caption: t('Who finished what at {unit}', { unit: unitName }),
    captionHidden: true,
    head: [t('Name'), t('Finished'), t('Latest')].map((text) => ({ text, numeric: false })),
    rows: colleagues(rows).map((one) => ({ cells: [cell(one.name), cell(countOf(one)), cell(latestOf(one))] })),
  };
}

/** The same as a file. */
export function teamCsv(rows: readonly TeamCompletion[], code: string, asOf: IsoDate | null) {
  const columns = [
    { heading: t('Name'), of: ({ name }: Colleague) => name },
    { heading: t('Finished'), of: ({ finished }: Colleague) => finished },
    { heading: t('Latest'), of: ({ latest }: Colleague) => latest?.title ?? null },
    { heading: t('Finished on'), of: ({ latest }: Colleague) => latest?.on ?? null },
  ];
  return csvDownload(`team-${code}${asOf ? `-${asOf}` : ''}.csv`, columns, colleagues(rows));
}

function colleagues(rows: readonly TeamCompletion[]): Colleague[] {
  const people = [...new Set(rows.map(({ personId }) => personId))];
  return people.map((personId) => {
    const own = rows.filter((row) => row.personId === personId);
    const finished = own.flatMap(({ title, completedAt }) => (title && completedAt ? [{ title, completedAt }] : []));
    const [latest] = finished.sort((a, b) => b.completedAt.getTime() - a.completedAt.getTime());
    return {
      name: own[0]?.name ?? '',
      finished: own.filter(({ courseId }) => courseId !== null).length,
      latest: latest ? { title: latest.title, on: londonDate(latest.completedAt) } : null,
    };
  });
}

const cell = (text: string) => ({ text, href: null, numeric: false });

function countOf({ finished }: Colleague): string {
  return finished === 0 ? t('Nothing yet') : t('{n, plural, one {# course} other {# courses}}', { n: finished });
}

function latestOf({ latest }: Colleague): string {
  return latest ? t('{course}, {day}', { course: latest.title, day: sayFullDate(latest.on) }) : '–';
}
