import type { TeamCompletion } from '../../learning/unit-learning.queries.js';
import { londonDate } from '../../platform/dates.js';
import { count, sayFullDate } from '../../platform/say.js';

/** Everybody in post with what they finished, the latest first: progress only, never answers. */
export function teamTable(rows: readonly TeamCompletion[], unitName: string) {
  const people = [...new Set(rows.map(({ personId }) => personId))];
  return {
    caption: `Who finished what at ${unitName}`,
    captionHidden: true,
    head: ['Name', 'Finished', 'Latest'].map((text) => ({ text, numeric: false })),
    rows: people.map((personId) => {
      const own = rows.filter((row) => row.personId === personId);
      return { cells: [cell(own[0]?.name ?? ''), cell(countOf(own)), cell(latestOf(own))] };
    }),
  };
}

const cell = (text: string) => ({ text, href: null, numeric: false });

function countOf(own: readonly TeamCompletion[]): string {
  const finished = own.filter(({ courseId }) => courseId !== null).length;
  return finished === 0 ? 'Nothing yet' : count(finished, 'course', 'courses');
}

function latestOf(own: readonly TeamCompletion[]): string {
  const [latest] = own
    .flatMap(({ title, completedAt }) => (title && completedAt ? [{ title, completedAt }] : []))
    .sort((a, b) => b.completedAt.getTime() - a.completedAt.getTime());
  return latest ? `${latest.title}, ${sayFullDate(londonDate(latest.completedAt))}` : '–';
}
