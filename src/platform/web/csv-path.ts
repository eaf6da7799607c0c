/** The address of a page's table as a file: `.csv` beside the page, with the same query. '/areas/A1?show=az' is '/areas/A1.csv?show=az'. */
export function csvPath(pagePath: string): string {
  const [path = '', ...query] = pagePath.split('?');
  return [`${path}.csv`, ...query].join('?');
}
