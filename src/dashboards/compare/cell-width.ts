/** How many answers a cell of a funnel is wide: a round number, some forty cells from the fewest to the most. */
const CELLS_ACROSS = 40;

export function cellWidth(fewest: number, most: number): number {
  const wanted = Math.max(1, (most - fewest) / CELLS_ACROSS);
  const power = 10 ** Math.floor(Math.log10(wanted));
  return [1, 2, 5, 10].map((digit) => digit * power).find((width) => width >= wanted) ?? 10 * power;
}
