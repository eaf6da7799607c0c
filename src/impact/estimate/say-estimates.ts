/** What an estimator answers, for people: a table and what it stands on. */
import type { EstimateDocument, StudyEstimate } from './estimate-document.js';

export function sayEstimates(found: EstimateDocument): string[] {
  const { test } = found;
  return [
    ...table([['', 'estimate', 'error', 'low', 'high', 'p'], ...found.estimates.map(cellsOf)]),
    '',
    `${number(found.n)} rows in ${number(found.clusters)} clusters; ${number(found.dropped.rows)} rows dropped.`,
    ...(test
      ? [`All weeks together: F(${test.freedom.join(', ')}) = ${figure(test.statistic)}, p = ${sayP(test.p)}`]
      : []),
    ...(found.covariates ?? []).map(({ name, estimate }) => `Slope of ${name} on untreated rows: ${figure(estimate)}`),
    found.convention,
    ...found.messages,
  ];
}

const cellsOf = ({ name, estimate, se, low, high, p }: StudyEstimate): string[] => [
  name,
  // The error that the interval stands on.
  ...[estimate, se.cr1 ?? se.cr0, low, high].map((value) => (value === null ? '' : figure(value))),
  p === null ? '' : sayP(p),
];

/** The first column to the left, the others to the right. */
function table(rows: readonly string[][]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((cells) => cells[column]!.length)));
  return rows.map((cells) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join('  ')
      .trimEnd(),
  );
}

const figure = (value: number) => value.toPrecision(6);
const sayP = (p: number) => (p < 0.0001 ? '<0.0001' : p.toFixed(4));
const number = (value: number) => value.toLocaleString('en-GB');
