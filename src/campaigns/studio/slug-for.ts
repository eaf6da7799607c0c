const LONGEST = 70;

/** An address from a title: 'Love Your Customers Week', 2028 becomes 'love-your-customers-week-2028'. */
export function slugFor(title: string, year: number): string {
  const words = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  const stem = words.replace(/-?\b\d{4}$/, '').replace(/-+$/, '');
  return `${stem || 'themed-week'}-${year}`;
}

/** The first of `wanted`, `wanted-2`, `wanted-3`… that nobody has. */
export function freeSlug(wanted: string, taken: ReadonlySet<string>): string {
  let slug = wanted;
  for (let number = 2; taken.has(slug); number += 1) slug = `${wanted}-${number}`;
  return slug;
}
