/** SQL about a row that keeps the cover under which its maker acted (`cover_id`, null in their own right). */

/** The name of the manager for whom it was done; null in the maker's own right. */
export const coveredFor = (row: string) => `(
  select holder.name from cover acting join person holder on holder.id = acting.for_person_id
   where acting.id = ${row}.cover_id)`;

/** The role in which it was done under cover; null in the maker's own right. */
export const coveredRole = (row: string) => `(select acting.role from cover acting where acting.id = ${row}.cover_id)`;
