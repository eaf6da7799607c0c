/**
 * References of people who have been made anonymous, as digests that lead to nobody: the personnel system may list for years
 * who has left, and each import would make them known again, and each night anonymous.
 */
const digestOf = (reference: string): string =>
  `sha256(convert_to((select value #>> '{}' from setting where key = 'platform.secret') || ' left ' || ${reference}, 'UTF8'))`;

/** Before the people $1 are made anonymous; run again it finds nobody. */
export const NOTE_LEFT = `
  insert into left_reference (digest, left_on)
  select ${digestOf('p.reference')}, max(upper(o.valid)) - 1
    from person p join posting o on o.person_id = p.id
   where p.id = any ($1) and p.anonymised_at is null
   group by p.id having max(upper(o.valid)) is not null
  on conflict (digest) do update set left_on = greatest(left_reference.left_on, excluded.left_on)`;

/** Staged posts that were over when their person was made anonymous. Whoever comes back is new, from their new post on. */
export const LEFT_LONG_AGO = `
  delete from staged_posting s using left_reference l
   where l.digest = ${digestOf('s.reference')} and upper(s.valid) <= l.left_on + 1
  returning s.line, 'reference' as "column", array['leftLongAgo', s.reference] as said`;
